package effect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Kubectl is a parsed kubectl command line.
type Kubectl struct {
	Verb  string       // "get", "rollout status"
	Args  []shell.Word // after the verb, without flags
	After []shell.Word // after --
	flags []kubectlFlag
}

type kubectlFlag struct{ name, value string }

// groups lists kubectl commands with subcommands.
var groups = strings.Fields("auth config rollout top create set certificate cluster-info apply plugin alpha kuberc")

// ReadKubectl parses the words after "kubectl". An error says why their effect is
// unknown.
func ReadKubectl(words []shell.Word) (Kubectl, error) {
	var call Kubectl
	known := inventory.ReadOnly()
	flags := known[inventory.Global]
	for len(words) > 0 {
		w := words[0]
		words = words[1:]
		switch {
		case w.Text == "--":
			call.After = words
			return call, nil
		case strings.HasPrefix(w.Text, "-") && len(w.Text) > 1:
			taken := call.flag(w, words, known[inventory.Global], flags)
			words = words[taken:]
		case call.Verb == "" && !w.Known:
			return call, fmt.Errorf("what kubectl %s does cannot be told before it runs: write the verb", w.Text)
		case call.Verb == "":
			call.Verb = w.Text
			flags = known[call.Verb]
		case slices.Contains(groups, call.Verb) && len(call.Args) == 0 && w.Known && !strings.Contains(call.Verb, " "):
			call.Verb += " " + singular(call.Verb, w.Text)
			flags = known[call.Verb]
		default:
			call.Args = append(call.Args, w)
		}
	}
	return call, nil
}

// singular replaces the aliases in "top nodes" and "top pods".
func singular(group, name string) string {
	if group != "top" {
		return name
	}
	switch name {
	case "nodes", "no":
		return "node"
	case "pods", "po":
		return "pod"
	}
	return name
}

// flag parses a flag, and returns how many of the next words are its value.
func (c *Kubectl) flag(w shell.Word, next []shell.Word, sets ...inventory.Flags) int {
	name, value, joined := strings.Cut(w.Text, "=")
	if !w.Known && strings.HasPrefix(w.Text, "$") {
		return 0
	}
	if !strings.HasPrefix(name, "--") && len(name) > 2 {
		return c.shorts(w.Text[1:], next, sets...)
	}
	takes := takesValue(name, sets...)
	if c.Verb == "" { // cobra does the same: before the verb, unknown flags take a value
		_, known := sets[0][name]
		takes = takes || !known
	}
	if joined || !takes || len(next) == 0 {
		c.flags = append(c.flags, kubectlFlag{name, value})
		return 0
	}
	c.flags = append(c.flags, kubectlFlag{name, next[0].Text})
	return 1
}

// shorts parses combined short flags, as in -Aowide: the rest after the first flag
// with a value is its value.
func (c *Kubectl) shorts(letters string, next []shell.Word, sets ...inventory.Flags) int {
	for i, letter := range letters {
		name := "-" + string(letter)
		rest := strings.TrimPrefix(letters[i+len(string(letter)):], "=")
		if !takesValue(name, sets...) {
			c.flags = append(c.flags, kubectlFlag{name, ""})
			continue
		}
		if rest == "" && len(next) > 0 {
			c.flags = append(c.flags, kubectlFlag{name, next[0].Text})
			return 1
		}
		c.flags = append(c.flags, kubectlFlag{name, rest})
		return 0
	}
	return 0
}

// takesValue looks a flag up. The last set that contains the flag decides, because
// -f is --follow for logs.
func takesValue(name string, sets ...inventory.Flags) bool {
	takes := false
	for _, set := range sets {
		if valued, there := set[name]; there {
			takes = valued
		}
	}
	return takes
}

// Has reports whether the command has one of the flags.
func (c Kubectl) Has(names ...string) bool {
	return slices.ContainsFunc(c.flags, func(f kubectlFlag) bool { return slices.Contains(names, f.name) && f.value != "false" })
}

// Value returns the value of a flag, or "".
func (c Kubectl) Value(name string) string {
	for _, f := range c.flags {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

// Complaint says why a check must not run the command, or returns "".
func (c Kubectl) Complaint() string {
	head, _, _ := strings.Cut(c.Verb, " ")
	known := inventory.ReadOnly()
	dry := slices.Contains([]string{"client", "server"}, c.Value("--dry-run"))
	flags, looks := known[c.Verb]
	switch {
	case c.Verb == "":
		return ""
	case !inventory.HasCommand(head):
		return fmt.Sprintf("kubectl has no command %q", head)
	case head == "proxy" || head == "port-forward" || head == "attach" || head == "debug" || head == "edit":
		return fmt.Sprintf("acts on the cluster, or does not end (kubectl %s): checks only look", head)
	case c.printer() != "":
		return c.printer()
	case slices.Contains(looking, c.Verb), dry:
		return ""
	case !looks:
		return fmt.Sprintf("acts on the cluster (kubectl %s): checks only look", c.Verb)
	case c.Has("-w", "--watch", "--watch-only") && c.Verb != "rollout status", c.Verb == "logs" && c.Has("-f", "--follow"):
		return fmt.Sprintf("does not end (kubectl %s): leave out the flag, the sentence asks again and again", c.Verb)
	}
	return c.unknownFlag(flags, known[inventory.Global])
}

// printers lists the printers of kubectl's --output.
var printers = strings.Fields(`json yaml kyaml name wide go-template go-template-file template templatefile jsonpath jsonpath-as-json
	jsonpath-file custom-columns custom-columns-file plaintext plaintext-openapiv2`)

// printer describes a value of --output for which kubectl has no printer.
func (c Kubectl) printer() string {
	for _, f := range c.flags {
		kind, _, _ := strings.Cut(f.value, "=")
		if f.name != "-o" && f.name != "--output" || c.Verb == "kustomize" || kind == "" || slices.Contains(printers, kind) || strings.ContainsAny(kind, "$`") {
			continue
		}
		meant := cmp.Or(spelling.Nearest(kind, printers), "json, yaml, name, wide, jsonpath=..., custom-columns=... or go-template=...")
		return fmt.Sprintf("kubectl %s has no output format %q: write %s", c.Verb, kind, meant)
	}
	return ""
}

// looking lists commands that change nothing and have no noteworthy flags.
var looking = []string{
	"help", "options", "completion", "plugin list", "cluster-info", "cluster-info dump", "auth can-i", "config current-context",
	"config get-contexts", "config get-clusters", "config get-users", "top", "auth", "config", "rollout", "plugin",
}

func (c Kubectl) unknownFlag(sets ...inventory.Flags) string {
	for _, f := range c.flags {
		known := slices.ContainsFunc(sets, func(set inventory.Flags) bool { _, there := set[f.name]; return there })
		if !known && !strings.Contains(f.name, "$") {
			return fmt.Sprintf("kubectl %s has no flag %s", c.Verb, f.name)
		}
	}
	return ""
}
