package plan

import (
	"regexp"
	"slices"
)

// slow is the tag of scenarios that take minutes: they run when they are asked
// for, by this tag or by their line.
const slow = "@slow"

var asksForSlow = regexp.MustCompile(slow + `\b`)

// tooSlow tells whether a scenario is left out for being slow.
func (m *maker) tooSlow(s *Scenario, wanted []int) bool {
	asked := m.request.Slow || len(wanted) > 0 || asksForSlow.MatchString(m.request.Tags)
	return !asked && slices.Contains(s.Tags, slow)
}
