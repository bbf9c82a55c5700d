package execution

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// untilPassed runs a scenario until it passes or has no try left, and returns its
// verdict. A failed try outweighs a later undecided one. After an interruption
// there is no further try.
func (x *Execution) untilPassed(ctx context.Context, s *plan.Scenario) (verdict.Verdict, error) {
	worst := verdict.Passed
	for try := 1; ; try++ {
		found, err := x.one(ctx, s, try)
		if err != nil || found == "" || found == verdict.Passed {
			return found, err
		}
		worst = verdict.Worst(worst, found)
		if try > x.Plan.Retry || ctx.Err() != nil {
			return worst, nil
		}
	}
}
