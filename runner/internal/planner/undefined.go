package planner

import (
	"path"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// undefined reports a sentence that is not in the vocabulary, and suggests the one
// that may have been meant.
func (m *maker) undefined(s *plan.Scenario, step *plan.Step) {
	m.wrongIn(s, step, "undefined step: %s%s", marked(step.Text), m.hint(s.FileOf(*step), step))
}

// index returns the index of the vocabulary that finds similar sentences.
func (m *maker) index() *nearest.Index {
	if m.nearest == nil {
		m.nearest = nearest.New(m.vocabulary.All(), m.vocabulary.Match)
	}
	return m.nearest
}

// hint returns the most similar sentence to an undefined one, with the undefined
// one's words filled in. If there is none, it suggests a command.
func (m *maker) hint(file string, step *plan.Step) string {
	guesses := m.guesses(file, step)
	switch {
	case len(guesses) == 0:
		return "\n    no sentence says this; gherkube steps WORD searches them" + byCommand(step)
	case !guesses[0].Likely:
		return "\n    the nearest sentence is: " + guesses[0].Text + byCommand(step)
	case guesses[0].Untimed && len(guesses[0].Frames) > 0:
		return "\n    an expectation says when: " + guesses[0].Text + otherFrames(guesses[0])
	}
	return "\n    did you mean: " + guesses[0].Text
}

// guesses returns the sentences that are most similar to an undefined one, from the
// vocabulary and the visible phrases.
func (m *maker) guesses(file string, step *plan.Step) []nearest.Guess {
	own := m.index().Meant(step.Text, kinds[step.Type], 1)
	expander := m.expander(file)
	if len(expander.Phrases) == 0 {
		return own
	}
	folder := path.Dir(file)
	if m.phrases.nearest[folder] == nil {
		m.phrases.nearest[folder] = expander.Index()
	}
	phrase := m.phrases.nearest[folder].Meant(step.Text, kinds[step.Type], 1)
	if len(phrase) > 0 && (len(own) == 0 || phrase[0].Alike > own[0].Alike) {
		return phrase
	}
	return own
}

// otherFrames lists the other forms of time for an expectation.
func otherFrames(g nearest.Guess) string {
	frames := slices.DeleteFunc(slices.Clone(g.Frames), func(f string) bool { return strings.HasPrefix(g.Text, f) || f == "안에" })
	if len(frames) == 0 {
		return ""
	}
	return " (or: " + strings.Join(frames, " ..., ") + " ...)"
}

// byCommand returns the sentence that runs a command.
func byCommand(step *plan.Step) string {
	sentence := `I run "kubectl ..."`
	if step.Type == messages.PickleStepType_OUTCOME {
		sentence = `within 30s "kubectl get ..." prints "..."`
	}
	return "\n    a command may say it: " + sentence
}
