package reader

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// idle lists programs that observe nothing.
var idle = strings.Fields("echo printf true false : exit sleep test [ return wait set cd export local read")

// looksPast says why a command does not check what it seems to, or returns "". For
// example, it observes nothing, cannot fail, reads only the first of several
// objects, or reads a spec instead of a status. beside holds the other sentences of
// the scenario, which may settle the matter.
func looksPast(a steps.Asked, commands []shell.Command, beside string) string {
	if first, only := allIdle(commands); only {
		return "looks at nothing of the cluster: " + first + " says the same everywhere"
	}
	if why := unfailing(a, commands); why != "" {
		return why
	}
	switch {
	case strings.Contains(a.Command, "items[0]") && ofPods(commands) && !chosen.MatchString(a.Command) && !(selects.MatchString(a.Command) && single.MatchString(beside)):
		return "looks at the first of several: the others may be otherwise; choose by --selector and say in the same scenario that the deployment has 1 pod, or choose with --sort-by"
	case strings.Contains(a.Command, ".status.phase") && ofPods(commands):
		return "takes the phase for health: a pod whose containers crash is Running all the same"
	case strings.Contains(a.Command, "_history"):
		return "looks at what was typed: there are other ways, and it may have done nothing"
	case asksSize.MatchString(a.Command) && !gotSize.MatchString(a.Command+"\n"+beside):
		return "looks at the size that was asked for alone: what was got is .status.capacity.storage; where the text has that very request made, say in the same scenario that the claim is Bound"
	}
	return ""
}

var (
	// chosen matches a command that deliberately selects one of several objects.
	chosen = regexp.MustCompile(`--sort-by\b|--field-selector[= ]\S*metadata\.name=`)
	// selects matches a command that reads the pods of one workload.
	selects = regexp.MustCompile(`(?:^|\s)(?:-l|--selector)\b`)
	// single matches a sentence that says that there is only one pod.
	single = regexp.MustCompile(`\bhas 1 (?:ready )?pod\b|파드가[^"]* 1개`)
	// asksSize matches the size that a claim requests, gotSize the size that it got.
	// The claim templates of a StatefulSet only have the former.
	asksSize = regexp.MustCompile(`spec\.resources\.requests\.storage`)
	gotSize  = regexp.MustCompile(`volumeClaimTemplates|status\.capacity|\bBound\b`)
)

// ofPods reports whether commands read pods, as far as can be detected. Other kinds
// may have a single object, and phases that mean what they say.
func ofPods(commands []shell.Command) bool {
	known := false
	for _, c := range commands {
		if len(c.Words) < 3 || c.Words[0].Text != "kubectl" {
			continue
		}
		call, err := effect.ReadKubectl(c.Words[1:])
		if err != nil || len(call.Args) == 0 {
			return true
		}
		for kind := range strings.SplitSeq(call.Args[0].Text, ",") {
			kind, _, _ = strings.Cut(kind, "/")
			if strings.Contains(kind, "$") || slices.Contains(podWords, kind) {
				return true
			}
		}
		known = true
	}
	return !known
}

var podWords = strings.Fields("pod pods po all")

func allIdle(commands []shell.Command) (first string, only bool) {
	for _, c := range commands {
		if len(c.Words) == 0 {
			continue
		}
		name := c.Words[0].Text
		if !c.Local && !slices.Contains(idle, name) && !runsAnother(c, commands) {
			return "", false
		}
		if first == "" {
			first = name
		}
		for _, r := range c.Redirects {
			if r.Operator == "<" {
				return "", false
			}
		}
	}
	return first, true
}

// runsAnother reports whether a command only runs another one of the list.
func runsAnother(c shell.Command, commands []shell.Command) bool {
	return slices.ContainsFunc(commands, func(other shell.Command) bool {
		return len(other.Via) > len(c.Via) && other.Line >= c.Line && other.Via[len(c.Via)] == c.Words[0].Text
	})
}

// unfailing reports a command that is written to exit with 0 always, and whose
// output is the same on every cluster.
func unfailing(a steps.Asked, commands []shell.Command) string {
	var last []shell.Command
	for _, c := range commands {
		if c.Decides && len(c.Words) > 0 && !runsAnother(c, commands) {
			last = append(last, c)
		}
	}
	if len(last) == 0 || slices.ContainsFunc(last, func(c shell.Command) bool { return !constant(c) }) {
		return ""
	}
	said := ""
	for _, c := range last {
		if name := c.Words[0].Text; name == "echo" || name == "printf" {
			said += strings.Join(effect.Texts(c.Words[1:]), " ") + "\n"
		}
	}
	fallback := last[len(last)-1].Fallback
	switch {
	case said == "" || a.Verb == "fails with":
		return "ends with code 0 whatever it finds: take away " + mask(last[len(last)-1])
	case strings.Contains(said, a.Words) && !fallback && !shell.Conditional(a.Command):
		return "cannot fail: its last command prints the words whatever was found"
	}
	return ""
}

// constant reports whether a command always exits with 0 and prints the same.
func constant(c shell.Command) bool {
	switch c.Words[0].Text {
	case "true", ":":
		return true
	case "exit":
		return len(c.Words) == 2 && c.Words[1].Text == "0"
	case "echo", "printf":
		return !slices.ContainsFunc(c.Words, func(w shell.Word) bool { return !w.Known && w.Values == nil })
	}
	return false
}

func mask(c shell.Command) string {
	words := strings.Join(effect.Texts(c.Words), " ")
	if c.Fallback {
		return "|| " + words
	}
	return "; " + words
}

// saidWithout reports whether a command prints the expected words if the cluster
// does not answer: X || echo WORDS.
func saidWithout(a steps.Asked) bool {
	commands, err := shell.Parse(a.Command)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(commands, func(c shell.Command) bool {
		return c.Decides && c.Fallback && len(c.Words) > 0 && constant(c) && strings.Contains(strings.Join(effect.Texts(c.Words[1:]), " "), a.Words)
	})
}
