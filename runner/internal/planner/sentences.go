package planner

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// place sets the topology and the isolation of a scenario.
func (m *maker) place(s *plan.Scenario) {
	if m.request.Topology != (cluster.Topology{}) {
		s.Isolation, s.Topology = cluster.OwnCluster, m.request.Topology
		return
	}
	s.Isolation = steps.IsolationOf(s.Tags)
	topology, err := m.vocabulary.TopologyOf(sentencesOf(s))
	if err == nil {
		topology.Timings = m.timings(topology)
		if len(m.request.Kubernetes) > 0 && !steps.NamesKubernetes(sentencesOf(s)) {
			topology.Kubernetes, s.Matrix = m.request.Kubernetes[0], len(m.request.Kubernetes) > 1
		}
		err = topology.Validate()
	}
	if err != nil {
		defer func() { s.Topology = cluster.Topology{} }() // it says nothing of nodes
		line := m.lineOfTopology(s)
		m.problem(s.File, line, "%v", err)
		for _, step := range s.Steps {
			if step.Line == line { // said already, even if no step matches it
				m.told[s.PlaceOf(step)+":"+step.Text] = true
			}
		}
	}
	s.Topology = topology
	up := m.request.Up
	if up == (cluster.Topology{}) || s.Isolation == cluster.OwnCluster {
		return
	}
	if !steps.NamesKubernetes(sentencesOf(s)) {
		s.Topology.Kubernetes = up.Kubernetes
	}
	if up.Parts.Covers(topology.Parts) {
		s.Topology.Parts = up.Parts
	}
	if up != s.Topology {
		m.problem(s.File, s.Line, "%q wants %s; cluster %s has %s", s.Name, topology, m.request.Cluster, up)
	}
}

// timings returns the timings profile: from the command line, or that of the
// running cluster, or the scenario's own.
func (m *maker) timings(own cluster.Topology) cluster.Timings {
	return cmp.Or(m.request.Timings, m.request.Up.Timings, own.Timings)
}

// lineOfTopology returns the line of the sentence that requests an invalid
// topology, alone or with those before it, or else the scenario's line.
func (m *maker) lineOfTopology(s *plan.Scenario) int {
	all := sentencesOf(s)
	for i, step := range s.Steps {
		if t, err := m.vocabulary.TopologyOf(all[:i+1]); err != nil || t.Validate() != nil {
			return step.Line
		}
	}
	return s.Line
}

// sentences looks up every step of a scenario. An error in a background's step is
// reported once, not for every scenario.
func (m *maker) sentences(s *plan.Scenario) {
	for i := range s.Steps {
		step := &s.Steps[i]
		place := s.PlaceOf(*step) + ":" + step.Text
		if m.told[place] {
			continue
		}
		before := len(m.problems)
		m.sentence(s, step)
		m.told[place] = len(m.problems) > before
	}
}

func (m *maker) sentence(s *plan.Scenario, step *plan.Step) {
	found := m.vocabulary.Match(step.Text)
	switch len(found) {
	case 0:
		m.undefined(s, step)
	case 1:
		said, _ := found[0].SentenceFor(step.Text)
		step.Pattern, step.Topic = said.Pattern, found[0].Topic
		m.fits(s, step, found[0])
	default:
		m.wrongIn(s, step, "ambiguous step: %s%s", step.Text, bullets("it could be", patterns(found)))
	}
}

// fits checks a step in the context of its scenario.
func (m *maker) fits(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	if kind, known := kinds[step.Type]; known && !definition.Allows(kind) {
		m.wrongIn(s, step, "%q cannot follow %s: it is a %s", step.Text, kind, wordList(definition.Kinds))
	}
	if step.Type == messages.PickleStepType_UNKNOWN && step.Keyword != "*" {
		m.wrongIn(s, step, "%s has no step to go on from: begin with Given, When or Then", step.Keyword)
	}
	if definition.Disruptive && s.Isolation == cluster.Shared {
		m.wrongIn(s, step, "%q disrupts the cluster: tag the scenario @disruptive or @own-cluster", step.Text)
	}
	if err := definition.Complaint(m.lineOf(s, step)); err != nil {
		for _, text := range complaints(err) {
			m.wrongIn(s, step, "%q: %s", step.Text, text)
		}
		return
	}
	for _, one := range m.alone(s, step, definition) {
		m.scripts(s, one, definition)
		m.programs(s, one, definition)
		m.images(s, one, definition)
		m.disrupting(s, one, definition)
	}
	if s.Topology.Validate() != nil {
		return // place has reported it
	}
	if node := missingNode(step.Text, s.Topology); node != "" && !definition.Allows(steps.Then) {
		m.wrongIn(s, step, "there is no node %s: the scenario's cluster has %s", node, s.Topology)
	}
}

// complaints splits joined errors, which are lines, and drops those that are there
// twice. Lines that begin with a space belong to the one above.
func complaints(err error) (all []string) {
	for _, text := range strings.Split(err.Error(), "\n") {
		switch {
		case len(all) > 0 && strings.HasPrefix(text, " "):
			all[len(all)-1] += "\n" + text
		case !slices.Contains(all, text):
			all = append(all, text)
		}
	}
	return all
}

// alone returns one step for each claim of a step with several claims. A step with
// one claim, or none, is returned as it is.
func (m *maker) alone(s *plan.Scenario, step *plan.Step, definition steps.Step) []*plan.Step {
	claims := definition.Alone(m.lineOf(s, step))
	if len(claims) == 1 && claims[0] == step.Text {
		return []*plan.Step{step}
	}
	all := make([]*plan.Step, len(claims))
	for i, text := range claims {
		one := *step
		one.Text, one.Argument = text, nil
		all[i] = &one
	}
	return all
}

// allAlone returns the steps of a scenario, with a step for each claim of those
// with several.
func (m *maker) allAlone(s *plan.Scenario) (all []*plan.Step) {
	for i := range s.Steps {
		step := &s.Steps[i]
		found := m.vocabulary.Match(step.Text)
		if len(found) != 1 {
			all = append(all, step)
			continue
		}
		all = append(all, m.alone(s, step, found[0])...)
	}
	return all
}

// lineOf returns a step with its argument and its preceding steps.
func (m *maker) lineOf(s *plan.Scenario, step *plan.Step) steps.Line {
	line := steps.Line{Text: step.Text, Folder: path.Dir(s.FileOf(*step)), Isolation: s.Isolation, Topology: s.Topology, Named: m.request.Named, Checks: m.request.Checks}
	for i := range s.Steps {
		if &s.Steps[i] == step {
			break
		}
		line.Before = append(line.Before, s.Steps[i].Text)
	}
	line.Below(step.Argument)
	return line
}

// clean reports whether a scenario has to wait until all leftovers of finished
// scenarios are gone from its cluster.
func (m *maker) clean(s *plan.Scenario) bool {
	lines := make([]steps.Line, len(s.Steps))
	for i := range s.Steps {
		lines[i] = m.lineOf(s, &s.Steps[i])
	}
	return steps.NeedsClean(s.Isolation, lines)
}

// KindOf returns the kind of a step with a keyword of this type, or nothing for And, But
// and *.
func KindOf(t messages.StepKeywordType) steps.Kind {
	return map[messages.StepKeywordType]steps.Kind{
		messages.StepKeywordType_CONTEXT: steps.Given,
		messages.StepKeywordType_ACTION:  steps.When,
		messages.StepKeywordType_OUTCOME: steps.Then,
	}[t]
}

var kinds = map[messages.PickleStepType]steps.Kind{
	messages.PickleStepType_CONTEXT: steps.Given,
	messages.PickleStepType_ACTION:  steps.When,
	messages.PickleStepType_OUTCOME: steps.Then,
}

func wordList(kinds []steps.Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, " or a ")
}

// missingNode returns a node in a sentence that the topology lacks.
func missingNode(sentence string, t cluster.Topology) string {
	nodes := t.Nodes()
	for _, name := range cluster.NodeName.FindAllString(sentence, -1) {
		if !slices.Contains(nodes, name) {
			return name
		}
	}
	return ""
}

func patterns(found []steps.Step) []string {
	named := make([]string, len(found))
	for i, s := range found {
		named[i] = fmt.Sprintf("%s (%s: %s)", s.Pattern, s.Topic, s.Meaning)
	}
	return named
}

func bullets(heading string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return "\n    " + heading + "\n      " + strings.Join(lines, "\n      ")
}
