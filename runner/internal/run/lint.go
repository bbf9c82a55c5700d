package run

import (
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// Lint plans features in a vocabulary, including slow scenarios. Its error is an
// input.Error with all errors that a run with these images would report.
func Lint(v planner.Vocabulary, paths []string, images ...string) (*plan.Plan, error) {
	return LintTexts(v, paths, nil, images...)
}

// LintTexts is Lint with texts in place of files, by path.
func LintTexts(v planner.Vocabulary, paths []string, texts map[string][]byte, images ...string) (*plan.Plan, error) {
	return planner.Make(planner.Request{Paths: paths, Texts: texts, Slow: true, Images: images}, v)
}

// Unused returns the steps of the vocabulary that no sentence of a plan uses.
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
