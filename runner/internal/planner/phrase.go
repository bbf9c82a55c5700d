package planner

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/phrases"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// phraseBook holds the phrases of a plan's features.
type phraseBook struct {
	library phrases.Library
	files   map[string]*feature.File  // with phrases, by URI
	used    map[string]bool           // phrases that a scenario uses
	nearest map[string]*nearest.Index // indexes of the phrases that are visible in a folder
	// The numbers of phrases and scenarios in the planned files.
	defined, scenarios int
}

// openLibrary prepares the search for phrases. Errors in the planned files are reported
// when these are parsed.
func (m *maker) openLibrary(targets []feature.Target) {
	own := map[string]bool{}
	for _, t := range targets {
		own[t.Path] = true
	}
	m.phrases.files, m.phrases.used, m.phrases.nearest = map[string]*feature.File{}, map[string]bool{}, map[string]*nearest.Index{}
	m.phrases.library = phrases.Library{
		NewID: m.newID, Render: m.request.Render, Texts: m.request.Texts, Root: m.request.Root,
		Found: func(f *feature.File) { m.phrases.files[f.URI] = f },
		Wrong: func(problems []input.Problem) {
			if !own[problems[0].File] {
				m.add(problems...)
			}
		},
	}
}

// phraseSources adds the files of used phrases to the sources of the plan.
func (m *maker) phraseSources() {
	for _, s := range m.plan.Sources {
		delete(m.phrases.used, s.URI)
	}
	for _, uri := range slices.Sorted(maps.Keys(m.phrases.used)) {
		m.plan.Sources = append(m.plan.Sources, plan.Source{URI: uri, Content: m.phrases.files[uri].Content})
	}
}

// expander returns the phrases that are visible in a file's folder.
func (m *maker) expander(file string) phrases.Expander {
	return phrases.NewExpander(m.phrases.library.In(path.Dir(file)), m.vocabulary.Match)
}

// scenario describes a pickle, with each call of a phrase replaced by the phrase's
// steps.
func (m *maker) scenario(file *feature.File, words words, pickle *messages.Pickle) *plan.Scenario {
	s := scenarioOf(file, words, pickle)
	expander := m.expander(s.File)
	if len(expander.Phrases) == 0 {
		return s
	}
	expanded := *pickle
	expanded.Steps = nil
	var all []plan.Step
	for i, step := range s.Steps {
		said, calls, err := expander.Expand(step, s.File)
		if err != nil {
			m.cannotExpand(s, step, err)
		}
		if err != nil || !calls {
			all, expanded.Steps = append(all, step), append(expanded.Steps, pickle.Steps[i])
			continue
		}
		for _, one := range said {
			one.Calls[0].Step, one.Below = i+1, one.Argument
			m.phrases.used[s.FileOf(one)] = true
			all = append(all, one)
			expanded.Steps = append(expanded.Steps, &messages.PickleStep{
				AstNodeIds: pickle.Steps[i].AstNodeIds, Id: m.newID(), Text: one.Text, Type: one.Type, Argument: one.Argument,
			})
		}
	}
	delete(m.phrases.used, s.File)
	s.Steps, s.Pickle = all, &expanded
	return s
}

// cannotExpand reports, once, why a step cannot use its phrase.
func (m *maker) cannotExpand(s *plan.Scenario, step plan.Step, err error) {
	place := s.PlaceOf(step) + ":" + step.Text
	if !m.told[place] {
		m.told[place] = true
		m.problem(s.File, step.Line, "%q: %v", step.Text, err)
	}
}

// wrongIn reports a problem of a step. For a step of a phrase, it reports the
// problem at the scenario's calling step.
func (m *maker) wrongIn(s *plan.Scenario, step *plan.Step, format string, args ...any) {
	if len(step.Calls) == 0 || step.File == "" {
		m.problem(s.File, step.Line, format, args...)
		return
	}
	text := fmt.Sprintf(format, args...)
	if place := s.PlaceOf(*step); !m.told[place+text] {
		m.told[place+text] = true
		m.problem(s.File, step.Calls[0].Line, "in the phrase %q, %s: %s", step.Calls[0].Text, place, text)
	}
}

// phrase reports errors in the definition of a phrase.
func (m *maker) phrase(file *feature.File, entry *feature.Entry, wanted []int) {
	m.phrases.defined++
	s := entry.Scenario
	line := int(s.Location.Line)
	before := len(m.problems)
	if other, taken := m.once(file.URI+"\n"+entry.Parent()+"\n"+s.Name, fmt.Sprint(line)); taken {
		m.problem(file.URI, line, "%s %q: the one at line %s has this name too", s.Keyword, s.Name, other)
	}
	if len(wanted) > 0 && slices.ContainsFunc(wanted, entry.Covers) {
		m.problem(file.URI, line, "a phrase is defined here: run a scenario that calls it")
	}
	keyword, _, _ := (feature.Prose{Line: line, Text: s.Name}).Keyword(file.Document.Feature.Language)
	switch {
	case strings.TrimSpace(s.Name) == "":
		m.problem(file.URI, line, "the phrase has no name: its name is the sentence that calls it")
	case keyword != "":
		m.problem(file.URI, line, "leave out %q: the name of a phrase is a sentence without its keyword", strings.Fields(s.Name)[0])
	case len(s.Steps) == 0:
		m.problem(file.URI, line, "the phrase %q has no steps: it does nothing", s.Name)
	case isOutline(file, s.Keyword) || len(s.Examples) > 0:
		m.problem(file.URI, line, "a phrase is a Scenario without Examples: its calls give the values of its <parameters>")
	}
	m.tagsOfPhrase(file, entry)
	if len(m.problems) == before {
		m.phraseBody(file, entry, phrases.New(file, entry))
	}
}

func (m *maker) tagsOfPhrase(file *feature.File, entry *feature.Entry) {
	m.tagsOf(file, entry)
	for _, tag := range entry.Tags {
		if tag != phrases.Tag && slices.Contains(meaningful, tag) {
			m.problem(file.URI, int(entry.Scenario.Location.Line), "the tag %s has no effect on a phrase: tag the scenarios that call it", tag)
		}
	}
}

// phraseBody reports errors in the sentence of a phrase and in its steps.
func (m *maker) phraseBody(file *feature.File, entry *feature.Entry, p *phrases.Phrase) {
	m.parameters(file, entry, p)
	expander := m.expander(file.URI)
	for _, other := range expander.Phrases {
		if other.Place() != p.Place() && other.Shape() == p.Shape() {
			m.problem(file.URI, p.Line, "the phrase %q is defined at %s too", p.Name, other.Place())
			return
		}
	}
	if found := m.vocabulary.Match(p.Example()); len(found) > 0 {
		m.problem(file.URI, p.Line, "the phrase %q is already a sentence of the vocabulary: %s", p.Name, found[0].Pattern)
		return
	}
	if steps.IsClaim(p.Example()) && steps.ClaimComplaint(p.Example()) == nil {
		m.problem(file.URI, p.Line, "the phrase %q is already a claim of the vocabulary", p.Name)
		return
	}
	unknown, err := p.Try(expander.Known, func(sentence string) error { return expander.Check(p, sentence) })
	switch {
	case unknown != nil:
		m.problem(file.URI, unknown.Line, "undefined step: %s%s", marked(unknown.Text), m.hint(file.URI, unknown))
	case err != nil:
		m.problem(file.URI, p.Line, "the phrase %q: %v", p.Name, err)
	}
}

// parameters compares the parameters of the sentence with those of the steps.
func (m *maker) parameters(file *feature.File, entry *feature.Entry, p *phrases.Phrase) {
	used := map[string]bool{}
	for _, place := range entry.Places() {
		for _, name := range place.Names(p.Params) {
			if !slices.Contains(p.Params, name) {
				m.problem(file.URI, place.Line, "<%s> is not filled in: the phrase has %s; put a space after < if it is a redirection",
					name, parametersOf(p))
			}
		}
		for _, name := range p.Params {
			used[name] = used[name] || place.Has(name)
		}
	}
	for _, name := range p.Params {
		if !used[name] {
			m.problem(file.URI, p.Line, "no step of the phrase uses the parameter <%s>", name)
		}
	}
}

func parametersOf(p *phrases.Phrase) string {
	if len(p.Params) == 0 {
		return "no parameters"
	}
	return "the parameters <" + strings.Join(p.Params, ">, <") + ">"
}
