package plan

import (
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/feature"
	"github.com/gherkube/gherkube/steps"
)

// disruptive refuses the tag on a scenario that does not injure its cluster:
// the line that should is missing, or the tag is needless. Of an outline one
// row has to.
func (m *maker) disruptive(file *feature.File, words words, entry *feature.Entry) {
	if m.request.Topology != (cluster.Topology{}) { // of a lab: the tag says nothing
		return
	}
	var tagged []*Scenario
	for _, pickle := range entry.Pickles {
		if steps.IsolationOf(pickleTags(pickle)) == steps.Disruptive {
			tagged = append(tagged, scenarioOf(file, words, pickle))
		}
	}
	first := int(entry.Scenario.Location.Line)
	if len(tagged) == 0 || slices.ContainsFunc(tagged, m.mayInjure) || m.wrongWithin(file.URI, first, entry.Last) {
		return
	}
	m.problem(file.URI, first, "%s %q is tagged @disruptive and injures nothing: add the step that does, or remove the tag",
		entry.Scenario.Keyword, entry.Scenario.Name)
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
