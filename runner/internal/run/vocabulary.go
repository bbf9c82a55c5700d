package run

import (
	"github.com/gherkube/gherkube/runner/internal/execution"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

// Vocabulary is the sentences that features are written in: what the plan
// looks them up in, and what godog calls.
type Vocabulary interface {
	planner.Vocabulary
	execution.Binder
}
