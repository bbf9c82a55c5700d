package steps

import (
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Asked is a command that a Then runs repeatedly, to judge its output and exit code.
type Asked struct {
	Command string
	Node    string // empty: where the administrator's commands run
	Verb    string // "prints", "prints exactly", "does not print" or "fails with"
	Words   string
}

// AskedIn lists the commands that a sentence of the vocabulary judges, in any language.
func AskedIn(sentence string) []Asked {
	var all []Asked
	for _, s := range Match(sentence) {
		words := s.words(sentence)
		switch {
		case !s.Timed:
		case s.Pattern == untilPattern():
			for _, part := range []string{words[0], words[2]} {
				if c, args, err := claimIn(part); err == nil && c.topic == commandClaims[0].topic {
					all = append(all, asked(args)...)
				}
			}
		case s.Topic == commandClaims[0].topic:
			all = append(all, asked(words[2:])...)
		}
	}
	return all
}

var untilPattern = sync.OnceValue(func() string { return untilStep().Pattern })

// asked builds an Asked from the captures of a claim about a command.
func asked(args []string) []Asked {
	if len(args) != 4 || !saysVerbs[args[2]] {
		return nil
	}
	return []Asked{{args[0], args[1], args[2], args[3]}}
}

var saysVerbs = map[string]bool{"prints": true, "prints exactly": true, "does not print": true, "fails with": true}

// WaitOf returns the time limit of a Then, and whether it always uses the limit in full:
// "for" and "never within" do, "within" ends once its claim is true. The limit is 0 for
// sentences that do not wait.
func WaitOf(sentence string, t cluster.Timings) (limit time.Duration, always bool) {
	for _, s := range Match(sentence) {
		words := s.words(sentence)
		if !s.Timed || len(words) < 2 {
			continue
		}
		for _, word := range words[:2] {
			if limit, err := durationUnder(word, t); err == nil {
				return limit, words[0] == "for" || words[0] == "never within"
			}
		}
	}
	return 0, false
}

// Script is a bash script that a sentence runs.
type Script struct {
	Text  string
	Below bool   // the script is the doc string, not part of the sentence
	Node  string // where it runs; empty: where the administrator's commands run
}

// Scripts lists the bash scripts that a sentence of this step runs. Each ${name} in
// them is still a placeholder.
func (s Step) Scripts(in Line) []Script {
	var all []Script
	for _, a := range AskedIn(in.Text) {
		all = append(all, Script{Text: a.Command, Node: a.Node})
	}
	if s.Topic != "commands" || s.Allows(Then) {
		return all
	}
	switch words := s.words(in.Text); {
	case len(words) == 2 && in.DocString != nil:
		return append(all, Script{Text: *in.DocString, Below: true, Node: words[1]})
	case len(words) == 3:
		return append(all, Script{Text: words[1], Node: words[2]})
	}
	return all
}
