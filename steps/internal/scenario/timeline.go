package scenario

import (
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/steps/event"
)

// tellTimeline reports what happened in the cluster since the scenario began. On a
// shared cluster, it leaves out what other scenarios do, and everywhere what the health
// checks do. A scenario that did not begin has no history.
func (s *Scenario) tellTimeline() {
	if s.history == nil {
		return
	}
	s.Tell(event.Timeline, "", s.Timeline())
}

// Timeline returns what has happened in the cluster since the scenario began. It is safe
// for concurrent use once the scenario has begun.
func (s *Scenario) Timeline() timeline.Timeline {
	also := func(namespace string) bool { return !s.Shared() && !fitness.Own(namespace) }
	return s.history.Timeline(s.start, s.namespace, also)
}
