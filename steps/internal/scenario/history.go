package scenario

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// holdHistory keeps the history of the cluster from now on: the scenario takes
// marks in it and looks back to them, until the last thing it left is gone.
func (s *Scenario) holdHistory() { _, s.release = s.history.Hold() }

// releaseHistory says that the scenario looks back no more.
func (s *Scenario) releaseHistory() {
	if s.release != nil {
		s.release()
	}
}

// Acted marks the end of an action: expectations look at what comes after it.
func (s *Scenario) Acted(ctx context.Context) {
	s.acted = s.stepBegan
	s.mark, s.marked = s.history.After(ctx), time.Now()
	s.quiet = s.marked.Add(tellingTime)
}

// tellingTime is how long watches may take to tell of what an action did.
const tellingTime = 300 * time.Millisecond

// Settled waits until watches have told of the last action, for a look at the cluster
// as it is now.
func (s *Scenario) Settled(ctx context.Context) {
	select {
	case <-time.After(time.Until(s.quiet)):
	case <-ctx.Done():
	}
}

// Resumes says that a step begins after a pause, in which a person typed: the time of its
// expectation counts from now on.
func (s *Scenario) Resumes() {
	last := s.marked
	if last.IsZero() {
		last = s.began
	}
	s.pause = time.Since(last)
}

// Judge judges on the history since the last action or verdict, so that what
// happened between two sentences counts, and nothing counts twice.
func (s *Scenario) Judge(ctx context.Context, e observe.Expectation) error {
	e.Timing = e.Timing.Paused(s.pause)
	err := s.history.Judge(ctx, s.mark, e)
	s.pause = 0
	s.Observed()
	return err
}

// Together makes several claims into one, of their being true at the same moment.
func (s *Scenario) Together(all ...observe.Claim) (observe.Subject, types.GomegaMatcher) {
	return s.history.Together(all...)
}

// JudgeEach judges several claims with the same timing, from the same moment on. It ends
// with the first that failed; one that is undecided does not hide it.
func (s *Scenario) JudgeEach(ctx context.Context, all []observe.Claim, timing observe.Timing) error {
	errs := make([]error, len(all))
	judging, cancel := context.WithCancel(ctx)
	defer cancel()
	var each sync.WaitGroup
	for i, claim := range all {
		each.Go(func() {
			errs[i] = s.history.Judge(judging, s.mark, observe.Expectation{Subject: claim.Subject, Matcher: claim.Matcher, Timing: timing})
			if verdict.Of(errs[i]) == verdict.Failed {
				cancel()
			}
		})
	}
	each.Wait()
	s.Observed()
	worst := verdict.Passed
	for _, err := range errs {
		worst = verdict.Worst(worst, verdict.Of(err))
	}
	if worst == verdict.Passed {
		return nil
	}
	return errors.Join(slices.DeleteFunc(errs, func(err error) bool { return verdict.Of(err) != worst })...)
}
