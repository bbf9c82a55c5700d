package plan

import (
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// Commands that injure a cluster which other scenarios share: of kubectl, and of
// systemd on a node.
var (
	injuringVerbs = strings.Fields("drain cordon uncordon taint")
	stoppingVerbs = strings.Fields("stop restart kill disable mask isolate reboot poweroff")
	nodeUnits     = strings.Fields("kubelet containerd kubelet.service containerd.service")
)

// injuring refuses commands that injure a cluster in a scenario that shares it,
// as it refuses sentences that do: others would be judged by what this one did.
func (m *maker) injuring(s *Scenario, step *Step, definition steps.Step) {
	if s.Isolation != steps.Shared || definition.Allows(steps.Then) {
		return
	}
	for _, script := range definition.Scripts(m.lineOf(s, step)) {
		commands, err := shell.Parse(script.Text)
		if err != nil {
			return // scripts has told
		}
		for _, c := range commands {
			if what := injury(c); what != "" {
				m.problem(s.File, step.Line, "%q injures the cluster (%s): tag the scenario @disruptive or @own-cluster", step.Text, what)
				return
			}
		}
	}
}

// injury is what a command does to a cluster, or nothing.
func injury(c shell.Command) string {
	var words []string
	for _, w := range c.Words {
		if !strings.HasPrefix(w.Text, "-") {
			words = append(words, w.Text)
		}
	}
	if len(words) < 2 || slices.ContainsFunc(c.Words, func(w shell.Word) bool { return strings.HasPrefix(w.Text, "--dry-run") }) {
		return ""
	}
	unit := slices.ContainsFunc(words[2:], func(w string) bool { return slices.Contains(nodeUnits, w) })
	switch {
	case words[0] == "kubectl" && slices.Contains(injuringVerbs, words[1]),
		words[0] == "systemctl" && slices.Contains(stoppingVerbs, words[1]) && (unit || len(words) == 2):
		return words[0] + " " + words[1]
	}
	return ""
}
