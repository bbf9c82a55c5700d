package reader

import (
	"time"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// Every wrong submission waits for as long as a criterion allows, and every
// right one for as long as it holds something. So both are bounded.
const (
	// MaxHold bounds the "for" and "never within" of one sentence, which always
	// take as long.
	MaxHold = time.Minute
	// MaxWait bounds all sentences of a criterion together.
	MaxWait = 5 * time.Minute
)

// waits holds the times of a criterion against the bounds.
func (r *reader) waits(s *plan.Scenario) {
	var total time.Duration
	for _, step := range s.Steps {
		limit, always := steps.WaitOf(step.Text, s.Topology.Timings)
		if always && limit > MaxHold {
			r.problem(lab.ChecksFile, step.Line, "%q always takes %s, of every student: at most %s", step.Text, limit, MaxHold)
		}
		total += limit
	}
	if total > MaxWait {
		r.problem(lab.ChecksFile, s.Line, "%q may wait for %s in all: at most %s for a criterion", s.Name, total, MaxWait)
	}
}
