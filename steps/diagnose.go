package steps

import (
	"context"
	"regexp"
	"strings"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// tellEvidence reports what explains a failed step. Diagnostics take a moment, so they
// are collected only for those who receive the events, and not while a person types the
// scenario, who can look at the cluster. In a lab, the grade shows what was found.
func (suite *Suite) tellEvidence(ctx context.Context, s *scenario.Scenario, step *godog.Step) {
	evidence := s.Evidence()
	if s.InEnvironment() { // whose record redacts all of it
		s.Tell(event.Evidence, evidence, nil)
		return
	}
	s.Tell(event.Evidence, s.Secrets().Checked(evidence), nil)
	if suite.OnEvent == nil || suite.typed || ctx.Err() != nil {
		return
	}
	s.Tell(event.Diagnostics, "", s.Diagnose(ctx, suite.vocabulary().named(s, step)))
}

// named returns the objects and nodes that a step names: first those whose type it says,
// then pods by their alias, then everything that has a word of it for a name.
func (v *Vocabulary) named(s *scenario.Scenario, step *godog.Step) (all []diagnostics.Ref) {
	in := Line{Text: step.Text}
	in.Below(step.Argument)
	for _, o := range v.objectsIn(in) {
		if k, watched := observe.KindNamed(o.Kind); watched {
			all = append(all, refTo(s, k, filledIn(s, o.Name)))
		}
	}
	text := filledIn(s, in.everything())
	for _, quoted := range quotedName.FindAllStringSubmatch(text, -1) {
		pods, _ := s.Called(quoted[1])
		for _, p := range pods {
			all = append(all, diagnostics.Ref{Kind: observe.KindPod, Namespace: p.Namespace, Name: p.Name})
		}
	}
	for _, word := range strings.FieldsFunc(text, betweenNames) {
		word = strings.Trim(word, "./")
		if kind, name, found := strings.Cut(word, "/"); found {
			if k, watched := observe.KindNamed(kind); watched { // as kubectl takes it: pod/web
				all = append(all, refTo(s, k, name))
			}
		}
		all = append(all, refTo(s, "", word))
	}
	return all
}

// filledIn replaces each ${name}. Text with an unknown name stays as it is.
func filledIn(s *scenario.Scenario, text string) string {
	filled, err := grammar.Fill(text, s.Values())
	if err != nil {
		return text
	}
	return filled
}

// objectsIn returns the objects that a line names with their types.
func (v *Vocabulary) objectsIn(in Line) (all []Object) {
	for _, text := range v.alone([]Line{in}) {
		for _, s := range v.Match(text) {
			words := s.words(text)
			if c := s.claim; c != nil && c.about != nil {
				all = append(all, c.about(words[2:])...)
			}
			all = append(all, s.objects(words)...)
		}
	}
	return all
}

func refTo(s *scenario.Scenario, k observe.Kind, ref string) diagnostics.Ref {
	namespace, name := s.Object(ref)
	return diagnostics.Ref{Kind: k, Namespace: namespace, Name: name}
}

var quotedName = regexp.MustCompile(`"([^"]+)"`)

// betweenNames reports whether a character cannot be part of an object's name, with its
// namespace or type before a slash.
func betweenNames(r rune) bool {
	return r != '-' && r != '.' && r != '/' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
}
