package steps

import "time"

// Polling intervals for what cannot be watched.
const (
	probePeriod   = 500 * time.Millisecond
	commandPeriod = time.Second            // commands
	storyPeriod   = 500 * time.Millisecond // the logs that record what was done
)
