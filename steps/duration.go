package steps

import (
	"fmt"
	"strings"
	"time"
)

// durationPattern is how sentences say how long: a number with a unit, or the
// time after which a silent node is marked, with or without something more.
const durationPattern = `(\d+(?:\.\d+)?(?:ms|s|m)|the node grace period(?: and \d+s)?)`

const gracePhrase = "the node grace period"

// duration reads a duration of a sentence. The node grace period is that of
// the cluster's timings profile, plus one round of the controller that looks.
func (s *scenario) duration(text string) (time.Duration, error) {
	more, ofGrace := strings.CutPrefix(text, gracePhrase)
	if !ofGrace {
		return time.ParseDuration(text)
	}
	values, err := s.cluster.Topology().Timings.Values()
	if err != nil {
		return 0, err
	}
	grace := values.NodeGracePeriod + values.NodeMonitorPeriod
	if more == "" {
		return grace, nil
	}
	extra, err := time.ParseDuration(strings.TrimPrefix(more, " and "))
	if err != nil {
		return 0, fmt.Errorf("duration %q: %w", text, err)
	}
	return grace + extra, nil
}
