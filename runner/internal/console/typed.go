package console

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps"
)

// line is a typed sentence with its doc string or table.
type line struct {
	kind    steps.Kind // empty for an unknown sentence
	keyword bool       // it was typed with its keyword
	text    string
	below   []string        // the lines of its doc string, with their quotes, or of its table
	outcome verdict.Verdict // empty before it has run
	implied bool            // not typed: the topology of the cluster
	comment string          // instead of a sentence: a comment in the saved feature
}

// typed is the scenario typed so far.
type typed []line

// counts reports whether a line is part of the scenario: a sentence that passed.
func (l line) counts() bool { return l.comment == "" && l.outcome == verdict.Passed }

// sentences returns the sentences of the scenario.
func (t typed) sentences() (all []string) {
	for _, l := range t {
		if l.counts() {
			all = append(all, l.text)
		}
	}
	return all
}

// last returns the kind of the last sentence, or nothing.
func (t typed) last() steps.Kind {
	for _, l := range slices.Backward(t) {
		if l.counts() {
			return l.kind
		}
	}
	return ""
}

// kindFor returns the kind of a sentence without a keyword. A sentence that can be Given
// or When is Given until the first When or Then.
func (t typed) kindFor(found []steps.Step) steps.Kind {
	if len(found) != 1 {
		return ""
	}
	return t.kindAmong(found[0].Kinds)
}

// kindAmong chooses one of the possible kinds of a sentence.
func (t typed) kindAmong(kinds []steps.Kind) steps.Kind {
	began := slices.ContainsFunc(t, func(l line) bool { return l.counts() && l.kind != steps.Given })
	if began && slices.Contains(kinds, steps.When) {
		return steps.When
	}
	return kinds[0]
}

// keywords holds the Gherkin keywords of a language.
type keywords struct {
	kinds                  map[steps.Kind]string
	and, feature, scenario string
}

var (
	english = keywords{
		map[steps.Kind]string{steps.Given: "Given", steps.When: "When", steps.Then: "Then", "": "*"}, "And", "Feature", "Scenario",
	}
	korean = keywords{
		map[steps.Kind]string{steps.Given: "먼저", steps.When: "만일", steps.Then: "그러면", "": "*"}, "그리고", "기능", "시나리오",
	}
)

// draft formats the scenario with one more line as a feature for lint. It returns the line
// numbers of that line and of the scenario's heading.
func (t typed) draft(more line, tag string) (text []byte, at, heading int) {
	var b strings.Builder
	fmt.Fprintf(&b, "Feature: Typed\n\n%s\nScenario: Typed\n", tag)
	heading, at = 4, 5
	for _, l := range t {
		if l.counts() {
			at += l.write(&b, english.kinds[l.kind])
		}
	}
	more.write(&b, english.kinds[more.kind])
	return []byte(b.String()), at, heading
}

// write writes a line with its doc string or table, and returns the number of lines.
func (l line) write(b *strings.Builder, keyword string) int {
	fmt.Fprintf(b, "%s %s\n", keyword, l.text)
	for _, text := range l.below {
		b.WriteString(text + "\n")
	}
	return 1 + len(l.below)
}

// document formats the scenario as a feature. Sentences that did not pass are comments.
func (t typed) document(name, tag string) []byte {
	k, header := english, ""
	if t.inKorean() {
		k, header = korean, "# language: ko\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s: %s\n\n%s\n%s: %s\n", header, k.feature, name, tag, k.scenario, name)
	before := steps.Kind("")
	for _, l := range t {
		if l.implied && t.chooses(l.text) {
			continue
		}
		if l.implied && k.and == korean.and {
			l = l.inKorean()
		}
		switch {
		case l.comment != "":
			fmt.Fprintf(&b, "# %s\n", l.comment)
		case !l.counts():
			l.text = fmt.Sprintf("%s: %s", l.outcome, l.text)
			fmt.Fprintf(&b, "# %s\n", strings.Join(append([]string{l.text}, l.below...), "\n# "))
		case l.kind == before:
			l.write(&b, k.and)
		default:
			l.write(&b, k.kinds[l.kind])
			before = l.kind
		}
	}
	return []byte(b.String())
}

// inKorean translates an implied sentence.
func (l line) inKorean() line {
	if t, err := steps.TopologyOf([]string{l.text}); err == nil {
		said := steps.TopologySentences(t, steps.Korean)
		l.text = said[len(said)-1] // the parts stand last
	}
	return l
}

// chooses reports whether a typed sentence is of the same step as an implied one, and so
// stands for it.
func (t typed) chooses(implied string) bool {
	same := map[string]bool{}
	for _, s := range steps.Match(implied) {
		same[s.Pattern] = true
	}
	return slices.ContainsFunc(t, func(l line) bool {
		return l.counts() && !l.implied &&
			slices.ContainsFunc(steps.Match(l.text), func(s steps.Step) bool { return same[s.Pattern] })
	})
}

// inKorean reports whether all typed sentences are Korean.
func (t typed) inKorean() bool {
	some := false
	for _, l := range t {
		if !l.counts() || l.implied {
			continue
		}
		if some = true; !isKorean(l.text) {
			return false
		}
	}
	return some
}

func isKorean(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}
