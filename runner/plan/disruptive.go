package plan

import (
	"slices"

	"github.com/gherkube/gherkube/runner/feature"
	"github.com/gherkube/gherkube/steps"
)

// disruptive refuses the tag on a scenario that does not injure its cluster:
// the line that should is missing, or the tag is needless.
func (m *maker) disruptive(entry *feature.Entry, scenarios []*Scenario) {
	if len(scenarios) == 0 || slices.ContainsFunc(scenarios, func(s *Scenario) bool { return s.Isolation != steps.Disruptive }) {
		return
	}
	file, first, last := scenarios[0].File, int(entry.Scenario.Location.Line), entry.Last
	if !slices.ContainsFunc(scenarios, m.mayInjure) && !m.wrongWithin(file, first, last) {
		m.problem(file, first, "%s %q is tagged @disruptive and injures nothing: add the step that does, or remove the tag",
			entry.Scenario.Keyword, entry.Scenario.Name)
	}
}

func (m *maker) mayInjure(s *Scenario) bool {
	for i := range s.Steps {
		step := &s.Steps[i]
		found := m.vocabulary.Match(step.Text)
		if len(found) != 1 || found[0].MayInjure(m.lineOf(s, step)) {
			return true
		}
	}
	return false
}
