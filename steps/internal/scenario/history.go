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

// holdHistory retains the history of the cluster from now on. The scenario sets marks
// in it and looks back to them, until the last object that it left is gone.
func (s *Scenario) holdHistory() { _, s.release = s.history.Hold() }

// releaseHistory ends what holdHistory began.
func (s *Scenario) releaseHistory() {
	if s.release != nil {
		s.release()
	}
}

// Acted marks the end of an action: expectations look at what follows it.
func (s *Scenario) Acted(ctx context.Context) {
	s.acted = s.stepBegan
	s.mark, s.marked = s.history.After(ctx), time.Now()
	s.quiet = s.marked.Add(tellingTime)
}

// tellingTime bounds how long watches may take to report the effects of an action.
const tellingTime = 300 * time.Millisecond

// Settled waits until watches have reported the last action, before an observation of
// the current state.
func (s *Scenario) Settled(ctx context.Context) {
	select {
	case <-time.After(time.Until(s.quiet)):
	case <-ctx.Done():
	}
}

// Resumes says that a step begins after a person's pause: the time of its expectation
// counts from now.
func (s *Scenario) Resumes() {
	last := s.marked
	if last.IsZero() {
		last = s.began
	}
	s.pause = time.Since(last)
}

// Judge judges an expectation on the history since the last action or verdict. So
// events between two sentences count, and nothing counts twice.
func (s *Scenario) Judge(ctx context.Context, e observe.Expectation) error {
	return s.JudgeEach(ctx, []observe.Claim{{Subject: e.Subject, Matcher: e.Matcher}}, e.Timing)
}

// Together combines several claims into one: that all are true at the same moment.
func (s *Scenario) Together(all ...observe.Claim) (observe.Subject, types.GomegaMatcher) {
	return s.history.Together(all...)
}

// JudgeEach judges several claims with the same timing, from the same moment. It stops
// at the first failed claim; an undecided claim does not hide a failed one.
func (s *Scenario) JudgeEach(ctx context.Context, all []observe.Claim, timing observe.Timing) error {
	errs, timing := make([]error, len(all)), timing.Paused(s.pause)
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
	s.pause = 0
	s.Observed()
	worst := verdict.Passed
	for _, err := range errs {
		worst = verdict.Worst(worst, verdict.Of(err))
	}
	switch {
	case worst == verdict.Passed:
		return nil
	case len(errs) == 1:
		return errs[0]
	}
	return errors.Join(slices.DeleteFunc(errs, func(err error) bool { return verdict.Of(err) != worst })...)
}
