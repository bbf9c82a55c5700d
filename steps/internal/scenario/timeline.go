package scenario

import "github.com/gherkube/gherkube/steps/event"

// tellTimeline reports what happened in the cluster since the scenario began. On a
// shared cluster, it leaves out what other scenarios do. A scenario that did not begin
// has no history.
func (s *Scenario) tellTimeline() {
	if s.history == nil {
		return
	}
	s.Tell(event.Timeline, "", s.history.Timeline(s.start, s.namespace, !s.Shared()))
}
