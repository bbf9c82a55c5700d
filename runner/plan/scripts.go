package plan

import (
	"errors"

	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// scripts refuses commands that bash cannot read: they would fail in a run,
// after a cluster was started for them.
func (m *maker) scripts(s *Scenario, step *Step, definition steps.Step) {
	for _, script := range definition.Scripts(m.lineOf(s, step)) {
		_, err := shell.Parse(script.Text)
		var broken *shell.Error
		if !errors.As(err, &broken) {
			continue
		}
		line := step.Line
		if script.Below {
			line = step.firstLineBelow() + broken.Line - 1
		}
		m.problem(s.File, line, "bash cannot read the command: %s", broken.Text)
	}
}

// firstLineBelow is the first line of the step's doc string.
func (s *Step) firstLineBelow() int { return s.Line + 2 }
