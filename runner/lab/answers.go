package lab

import (
	"github.com/gherkube/gherkube/runner/internal/taint"
	"github.com/gherkube/gherkube/runner/plan"
	"github.com/gherkube/gherkube/steps"
)

// answers asks of a check's command that it only reads what was handed in: it
// runs with the grader's rights, which a student's code must never have.
func (r *reader) answers(step plan.Step) {
	for _, asked := range steps.AskedIn(step.Text) {
		if why := taint.Misuse(asked.Command); why != "" && asked.Node == "" {
			r.problem(ChecksFile, step.Line, "%q %s", asked.Command, why)
		}
	}
}
