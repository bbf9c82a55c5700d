package runner

import (
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// Lint plans all of the features, the slow ones too. Its error is an
// input.Error with all that is wrong with them: what a run with these images
// would refuse.
func Lint(paths []string, images ...string) (*plan.Plan, error) {
	return planner.Make(planner.Request{Paths: paths, Slow: true, Images: images}, Steps{})
}

// Unused are the steps of the vocabulary that a plan has no sentence of.
func Unused(p *plan.Plan) []steps.Step {
	used := map[string]bool{}
	for _, s := range p.Scenarios {
		for _, step := range s.Steps {
			used[step.Pattern] = true
		}
	}
	return slices.DeleteFunc(steps.All(), func(s steps.Step) bool {
		return slices.ContainsFunc(s.Sentences(), func(said steps.Sentence) bool { return used[said.Pattern] })
	})
}
