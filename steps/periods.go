package steps

import "time"

// How often is asked what no watch can tell.
const (
	probePeriod   = 500 * time.Millisecond
	commandPeriod = time.Second            // commands
	storyPeriod   = 500 * time.Millisecond // the logs of what was done
)
