package planner

import (
	"regexp"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

var asksForSlow = regexp.MustCompile(plan.SlowTag + `\b`)

// tooSlow reports whether a scenario is skipped because it is slow.
func (m *maker) tooSlow(s *plan.Scenario, wanted []int) bool {
	asked := m.request.Slow || len(wanted) > 0 || asksForSlow.MatchString(m.request.Tags)
	return !asked && slices.Contains(s.Tags, plan.SlowTag)
}
