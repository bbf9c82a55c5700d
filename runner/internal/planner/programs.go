package planner

import (
	"path"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// programs rejects commands of programs that no cluster has. A program that comes with a
// part is rejected if the scenario's cluster lacks the part, or if the command runs on a
// worker. The commands of a lab are compared with all programs that the lab has instead.
func (m *maker) programs(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	if m.request.Topology != (cluster.Topology{}) {
		return
	}
	for _, script := range definition.Scripts(m.lineOf(s, step)) {
		commands, err := shell.Parse(script.Text)
		if err != nil {
			return // scripts has reported it
		}
		for _, c := range commands {
			if c.Local || len(c.Words) == 0 {
				continue
			}
			if why := absent(s, c); why != "" {
				at := *step
				if script.Below {
					at.Line = step.Opens + c.Line
				}
				m.wrongIn(s, &at, "%s", why)
				continue
			}
			name := path.Base(c.Words[0].Text)
			part, found := cluster.PartOfCommand(name)
			switch {
			case !found:
			case !s.Topology.Parts.Has(part):
				m.wrongIn(s, step, "the cluster has no program %s: ask for it before (Given the cluster has %s)", name, part.Words())
				return
			case strings.HasPrefix(script.Node, string(cluster.Worker)):
				m.wrongIn(s, step, "%s has no program %s: it is on control-plane nodes", script.Node, name)
				return
			}
		}
	}
}
