package scenario

import (
	"context"
	"time"

	"github.com/gherkube/gherkube/fixtures/observe"
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
}

// Judge judges on the history since the last action or verdict, so that what
// happened between two sentences counts, and nothing counts twice.
func (s *Scenario) Judge(ctx context.Context, e observe.Expectation) error {
	err := s.history.Judge(ctx, s.mark, e)
	s.Observed()
	return err
}
