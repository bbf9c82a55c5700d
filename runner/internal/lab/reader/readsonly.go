package reader

import (
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/taint"
	"github.com/gherkube/gherkube/steps"
)

// readsOnly checks that a check's command only reads a student's files. The command
// has the grader's rights, which a student's code must never get.
func (r *reader) readsOnly(step plan.Step) {
	for _, asked := range steps.AskedIn(step.Text) {
		misuse := taint.Misuse
		if asked.Node != "" {
			misuse = taint.MisuseOnNode
		}
		if why := misuse(asked.Command); why != "" {
			r.problem(lab.ChecksFile, step.Line, "%q %s", asked.Command, why)
		}
	}
}
