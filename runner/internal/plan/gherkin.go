package plan

import (
	"github.com/gherkube/gherkube/runner/internal/feature"
)

// Gherkin returns the scenario as a feature of its own, for godog to run.
func (s *Scenario) Gherkin() []byte { return feature.Gherkin(s.Pickle) }
