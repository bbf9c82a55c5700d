package planner

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps/spelling"
)

// programFolders are the folders of the node image's programs.
var programFolders = strings.Fields("/bin /sbin /usr/bin /usr/sbin /usr/local/bin /usr/local/sbin")

// Absent returns the program of a command that the node image lacks, or "".
func Absent(c shell.Command) string {
	if c.Local || len(c.Words) == 0 {
		return ""
	}
	for _, words := range c.Spellings() {
		if len(words) == 0 || !words[0].Known {
			continue
		}
		name := words[0].Text
		if at := strings.LastIndex(name, "/"); at >= 0 {
			if !slices.Contains(programFolders, name[:at]) {
				continue
			}
			name = name[at+1:]
		}
		if name != "" && !inventory.HasProgram(name) {
			return name
		}
	}
	return ""
}

// Instead maps programs that people expect to their replacements.
var Instead = map[string]string{
	"k": " (aliases are for people who type): write kubectl", "ifconfig": ", use ip", "netstat": ", use ss", "python": ", use jq or awk", "python3": ", use jq or awk",
	"docker": ", use crictl", "nerdctl": ", use crictl", "telnet": ", use nc or curl",
}

// absent says why bash or kubectl cannot run a command of a feature, or returns "". A
// program that the scenario itself puts on a node, or whose value only a run defines, may
// be there.
func absent(s *plan.Scenario, c shell.Command) string {
	name := Absent(c)
	_, ofPart := cluster.PartOfCommand(name)
	switch {
	case name == "":
		return unknownVerb(c)
	case ofPart, strings.Contains(name, "$"), mentions(s, "/"+name):
		return ""
	}
	if instead := Instead[name]; instead != "" {
		return "there is no program " + name + instead
	}
	if meant := spelling.Nearest(name, inventory.Programs()); meant != "" {
		return fmt.Sprintf("there is no program %s: did you mean %s?", name, meant)
	}
	return "there is no program " + name + ": labs/INVENTORY.md lists them"
}

// unknownVerb reports a command that kubectl does not have.
func unknownVerb(c shell.Command) string {
	if len(c.Words) < 2 || c.Local || !c.Words[0].Known || c.Words[0].Text != "kubectl" {
		return ""
	}
	call, err := effect.ReadKubectl(c.Words[1:])
	verb, _, _ := strings.Cut(call.Verb, " ")
	if err != nil || verb == "" || strings.Contains(verb, "$") || inventory.HasCommand(verb) {
		return ""
	}
	text := fmt.Sprintf("kubectl has no command %q", verb)
	swapped := func(known string) bool { return spelling.SameLetters(verb, known) }
	meant := spelling.Nearest(verb, inventory.Commands())
	if at := slices.IndexFunc(inventory.Commands(), swapped); at >= 0 {
		meant = inventory.Commands()[at]
	}
	if meant != "" {
		text += fmt.Sprintf(": did you mean %q?", meant)
	}
	return text
}

// mentions reports whether a scenario's steps contain a text.
func mentions(s *plan.Scenario, text string) bool {
	return slices.ContainsFunc(s.Steps, func(step plan.Step) bool {
		return strings.Contains(step.Text, text) || strings.Contains(step.DocString(), text)
	})
}
