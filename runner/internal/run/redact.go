package run

import (
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// redactPlan returns the plan as the record keeps it. Sentences may contain a
// secret that they compare with.
func redactPlan(p *plan.Plan, hide func(string) string) *plan.Plan {
	kept := *p
	kept.Scenarios = nil
	for _, s := range p.Scenarios {
		scenario := *s
		scenario.Steps = slices.Clone(s.Steps)
		for i := range scenario.Steps {
			scenario.Steps[i].Text = hide(scenario.Steps[i].Text)
		}
		kept.Scenarios = append(kept.Scenarios, &scenario)
	}
	return &kept
}
