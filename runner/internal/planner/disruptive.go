package planner

import (
	"regexp"
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// disruptive refuses the tag on a scenario that does not disrupt its cluster:
// the line that should is missing, or the tag is needless. Of an outline one
// row has to.
func (m *maker) disruptive(file *feature.File, words words, entry *feature.Entry) {
	if m.request.Open || m.request.Topology != (cluster.Topology{}) { // of a lab: the tag says nothing
		return
	}
	var tagged []*plan.Scenario
	for _, pickle := range entry.Pickles {
		if steps.IsolationOf(pickleTags(pickle)) == cluster.Disruptive {
			tagged = append(tagged, m.scenario(file, words, pickle))
		}
	}
	first := int(entry.Scenario.Location.Line)
	if len(tagged) == 0 || slices.ContainsFunc(tagged, m.mayDisrupt) || m.wrongWithin(file.URI, first, entry.Last) {
		return
	}
	m.problem(file.URI, first, "%s %q is tagged @disruptive and disrupts nothing: add the step that does, or remove the tag",
		entry.Scenario.Keyword, entry.Scenario.Name)
}

func (m *maker) mayDisrupt(s *plan.Scenario) bool {
	for i := range s.Steps {
		step := &s.Steps[i]
		found, line := m.vocabulary.Match(step.Text), m.lineOf(s, step)
		if len(found) != 1 || found[0].MayDisrupt(line) || slices.ContainsFunc(found[0].Scripts(line), scriptMayDisrupt) {
			return true
		}
	}
	return false
}

// scriptMayDisrupt reports whether a script does more than look, and than change
// what is in the namespace of its scenario: what cannot be told may disrupt.
func scriptMayDisrupt(script steps.Script) bool {
	return !effect.Looks(script.Text) && (script.Node != "" || !inNamespace.MatchString(script.Text) || beyondNamespace.MatchString(script.Text))
}

var (
	// inNamespace is a kubectl that works in the namespace of the scenario
	// unless it is told otherwise, and no second program.
	inNamespace = regexp.MustCompile("^\\s*kubectl (?:create (?:deployment|service|configmap|secret|job|cronjob|serviceaccount|role|rolebinding)|run|expose|scale|rollout|autoscale|set|delete|annotate|label|patch)\\b[^;|&$`>\\n]*\\s*$")
	// beyondNamespace is what tells it otherwise.
	beyondNamespace = regexp.MustCompile(`(?i)(?:^|\s)(?:-n|-A|-f|-k|--(?:namespace|all-namespaces|filename|kustomize|context|kubeconfig|as|server)\b)|\b(?:nodes?|no|namespaces?|ns|pv|persistentvolumes?|crds?|customresourcedefinitions?|priorityclass\w*|\w*webhook\w*|apiservices?|storageclass\w*|cluster\w*)\b`)
)
