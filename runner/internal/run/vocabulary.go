package run

import (
	"github.com/gherkube/gherkube/runner/internal/execution"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

// Vocabulary is the sentences of features: the plan looks them up, and godog calls
// their functions.
type Vocabulary interface {
	planner.Vocabulary
	execution.Binder
}
