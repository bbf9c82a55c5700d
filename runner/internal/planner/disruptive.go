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

// disruptive rejects the tag @disruptive on a scenario that does not disrupt its
// cluster: either the disruptive line is missing, or the tag is unnecessary. In an
// outline, one disruptive row is enough.
func (m *maker) disruptive(file *feature.File, words words, entry *feature.Entry) {
	if m.request.Open || m.request.Topology != (cluster.Topology{}) { // labs do not use the tag
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

// scriptMayDisrupt reports whether a script does more than read and change objects
// in its scenario's namespace. Scripts that cannot be analysed may disrupt.
func scriptMayDisrupt(script steps.Script) bool {
	return !effect.Looks(script.Text) && (script.Node != "" || !inNamespace.MatchString(script.Text) || beyondNamespace.MatchString(script.Text))
}

var (
	// inNamespace matches a single kubectl command that by default works in the
	// scenario's namespace.
	inNamespace = regexp.MustCompile("^\\s*kubectl (?:create (?:deployment|service|configmap|secret|job|cronjob|serviceaccount|role|rolebinding)|run|expose|scale|rollout|autoscale|set|delete|annotate|label|patch)\\b[^;|&$`>\\n]*\\s*$")
	// beyondNamespace matches arguments that make such a command leave the
	// namespace.
	beyondNamespace = regexp.MustCompile(`(?i)(?:^|\s)(?:-n|-A|-f|-k|--(?:namespace|all-namespaces|filename|kustomize|context|kubeconfig|as|server)\b)|\b(?:nodes?|no|namespaces?|ns|pv|persistentvolumes?|crds?|customresourcedefinitions?|priorityclass\w*|\w*webhook\w*|apiservices?|storageclass\w*|cluster\w*)\b`)
)
