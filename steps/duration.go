package steps

import (
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Durations describes the units of durations and the longest one, to authors.
const Durations = duration.Units

// LongestDuration is the longest duration that a sentence may have.
const LongestDuration = duration.Longest

// durationOn parses a duration in a sentence, under the cluster's timings.
func durationOn(s *scenario.Scenario, text string) (time.Duration, error) {
	return durationUnder(text, s.Cluster().Topology().Timings)
}

// durationUnder parses a duration in a sentence. The node grace period is the one of the
// timings profile, plus one period of the node lifecycle controller.
func durationUnder(text string, t cluster.Timings) (time.Duration, error) {
	return duration.Parse(text, func() (time.Duration, error) {
		values, err := t.Values()
		return values.NodeGracePeriod + values.NodeMonitorPeriod, err
	})
}
