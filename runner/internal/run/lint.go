package run

import (
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// Lint plans features in a vocabulary, the slow ones too. Its error is an
// input.Error with all that is wrong with them: what a run with these images
// would refuse.
func Lint(v planner.Vocabulary, paths []string, images ...string) (*plan.Plan, error) {
	return planner.Make(planner.Request{Paths: paths, Slow: true, Images: images}, v)
}

// Unused are the steps of the vocabulary that a plan has no sentence of.
func Unused(v planner.Vocabulary, p *plan.Plan) []steps.Step {
	used := map[string]bool{}
	for _, s := range p.Scenarios {
		for _, step := range s.Steps {
			used[step.Pattern] = true
		}
	}
	return slices.DeleteFunc(v.All(), func(s steps.Step) bool {
		return slices.ContainsFunc(s.Sentences(), func(said steps.Sentence) bool { return used[said.Pattern] })
	})
}
