package runner

import (
	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/execution"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// Vocabulary is the sentences that features are written in: what the plan
// looks them up in, and what godog calls.
type Vocabulary interface {
	planner.Vocabulary
	execution.Binder
}

// Steps is the vocabulary of package steps.
type Steps struct{}

func (Steps) All() []steps.Step                  { return steps.All() }
func (Steps) Match(sentence string) []steps.Step { return steps.Match(sentence) }

func (Steps) TopologyOf(sentences []string) (cluster.Topology, error) {
	return steps.TopologyOf(sentences)
}

func (Steps) Bind(s *steps.Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext)) {
	return s.InitializeTestSuite, s.InitializeScenario
}
