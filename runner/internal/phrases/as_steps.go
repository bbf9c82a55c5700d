package phrases

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// Topic is the topic of phrases in lists of steps.
const Topic = "phrases"

// AsSteps returns the phrases that wanted accepts as steps without a function, for search,
// completion and suggestions.
func (x Expander) AsSteps(wanted func(*Phrase) bool) (all []steps.Step) {
	for _, p := range x.Phrases {
		if wanted(p) {
			all = append(all, x.asStep(p))
		}
	}
	return all
}

// Index returns an index of the phrases for suggestions and completion.
func (x Expander) Index() *nearest.Index {
	return nearest.New(x.AsSteps(func(*Phrase) bool { return true }), func(sentence string) []steps.Step {
		if x.Find(sentence) == nil {
			return nil
		}
		return make([]steps.Step, 1)
	})
}

func (x Expander) asStep(p *Phrase) steps.Step {
	korean := steps.Sentence{}
	s := steps.Step{
		Topic: Topic, Kinds: kindsOf(p), Meaning: p.Meaning(), Pattern: p.pattern.String(), Example: p.Example(),
	}
	if x.claimed(p) {
		s.Kinds, s.Timed = []steps.Kind{steps.Then}, true
		s.Pattern, s.Example, korean = steps.InFrames(s.Pattern, s.Example)
	}
	if hangul.MatchString(p.Name) {
		if !s.Timed {
			korean = steps.Sentence{Pattern: s.Pattern, Example: s.Example}
		}
		s.Korean = korean
	}
	return s
}

var hangul = regexp.MustCompile(`\p{Hangul}`)

// claimed reports whether the steps of a phrase are claims for some values of its
// parameters.
func (x Expander) claimed(p *Phrase) bool {
	_, err := p.Try(x.Known, func(sentence string) error {
		claims, err := x.consistsOfClaims(p, sentence, nil)
		if err == nil && !claims {
			err = errNoClaims
		}
		return err
	})
	return err == nil
}

var errNoClaims = errors.New("its steps are sentences")

// kindsOf returns the kinds of a phrase: one that acts cannot follow Then.
func kindsOf(p *Phrase) []steps.Kind {
	if slices.ContainsFunc(p.steps, func(s plan.Step) bool { return acts(s.Type) }) {
		return []steps.Kind{steps.Given, steps.When}
	}
	return []steps.Kind{steps.Given, steps.When, steps.Then}
}

// Meaning returns the place and the steps of a phrase in one line.
func (p *Phrase) Meaning() string {
	return fmt.Sprintf("A phrase (%s): %s", p.Place(), strings.Join(p.Lines(), "; "))
}

// Lines returns the steps of a phrase, with their keywords.
func (p *Phrase) Lines() []string {
	all := make([]string, len(p.steps))
	for i, s := range p.steps {
		all[i] = s.Keyword + " " + s.Text
	}
	return all
}

// Find returns the phrase that a sentence calls, in a frame or not, or nil. If it calls
// two, Find returns the first.
func (x Expander) Find(sentence string) *Phrase {
	texts := []string{sentence}
	if frame, is := steps.ReadFramed(sentence); is {
		texts = append(texts, frame.Claims...)
	}
	for _, text := range texts {
		for _, p := range x.Phrases {
			if p.Matches(text) {
				return p
			}
		}
	}
	return nil
}
