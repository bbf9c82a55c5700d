package reader

import (
	"time"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// Every wrong submission uses the timeouts of a criterion in full, and every right
// one waits as long as a claim has to hold. So both are limited.
const (
	// MaxHold limits the "for" and "never within" of one sentence, which always
	// take their full time.
	MaxHold = time.Minute
	// MaxWait limits the sum over all sentences of a criterion.
	MaxWait = 5 * time.Minute
)

// waits checks the times of a criterion against the limits.
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
