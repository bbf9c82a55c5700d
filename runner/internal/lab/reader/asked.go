package reader

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// asked checks the commands of a check against the rules of labs: they must parse,
// only observe, use installed programs, and depend on the cluster.
func (r *reader) asked(step plan.Step, s *plan.Scenario) {
	var others []string
	for _, other := range s.Steps {
		if other.Text != step.Text {
			others = append(others, other.Text)
		}
	}
	for _, a := range steps.AskedIn(step.Text) {
		for _, why := range r.complaints(a, strings.Join(others, "\n")) {
			r.problem(lab.ChecksFile, step.Line, "%q: %s", a.Command, why)
		}
	}
}

func (r *reader) complaints(a steps.Asked, beside string) []string {
	commands, err := shell.Parse(a.Command)
	if err != nil {
		return []string{"bash cannot read the command: " + plain(err)}
	}
	var all []string
	commands = shell.Called(commands)
	own := scratchOf(commands)
	for _, c := range commands {
		if why := acting(c, own); why != "" {
			all = append(all, why)
		}
		if why := r.installed(c); why != "" {
			all = append(all, why)
		}
		all = append(all, r.strangers(c)...)
	}
	if names := unset(a.Command, r.given); len(names) > 0 {
		all = append(all, "nothing sets $"+strings.Join(names, ", $"))
	}
	if why := looksPast(a, commands, beside); why != "" {
		all = append(all, why)
	}
	return all
}

// plain returns the text of a syntax error without the line, since a sentence has
// only one.
func plain(err error) string {
	var wrong *shell.Error
	if errors.As(err, &wrong) && wrong.Line <= 1 {
		return wrong.Text
	}
	return err.Error()
}

// installed reports a program that is not installed. In a pod, it checks the
// programs of the pod's image.
func (r *reader) installed(c shell.Command) string {
	name := planner.Absent(c)
	if name == "" {
		return ""
	}
	part, found := cluster.PartOfCommand(name)
	switch {
	case found && r.lab.Topology.Cluster().Parts.Has(part):
		return ""
	case found:
		return fmt.Sprintf("there is no program %s: the lab's cluster has it with \"parts: [%s]\" in the topology of lab.yaml", name, part)
	}
	return fmt.Sprintf("there is no program %s%s: labs/INVENTORY.md lists them", name, planner.Instead[name])
}

// strangers returns the nodes in a command of kubectl or ssh that the topology does
// not have.
func (r *reader) strangers(c shell.Command) []string {
	if len(c.Words) == 0 {
		return nil
	}
	name := c.Words[0].Text
	if name != "kubectl" && name != "ssh" && name != "scp" {
		return nil
	}
	var all []string
	for _, w := range c.Words[1:] {
		text := w.Text
		if _, after, found := strings.Cut(text, "@"); found && name != "kubectl" {
			text = after
		}
		for _, prefix := range []string{"nodes/", "node/", "no/"} {
			text = strings.TrimPrefix(text, prefix)
		}
		if text != "" && cluster.NodeName.FindString(text) == text && !r.hasNode(text) {
			all = append(all, fmt.Sprintf("there is no node %s: the lab's cluster has %s", text, r.lab.Topology.Cluster()))
		}
	}
	return all
}
