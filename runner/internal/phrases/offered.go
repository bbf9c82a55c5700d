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

// Topic is the topic of phrases, where sentences are offered.
const Topic = "phrases"

// Offered returns phrases as steps of a vocabulary, to find and to complete what an author
// writes: those that wanted accepts. They do nothing: phrases run as the steps that they say.
func (x Speaker) Offered(wanted func(*Phrase) bool) (all []steps.Step) {
	for _, p := range x.Phrases {
		if wanted(p) {
			all = append(all, x.offered(p))
		}
	}
	return all
}

// Index finds the phrase that was meant, and completes what is typed of one.
func (x Speaker) Index() *nearest.Index {
	return nearest.New(x.Offered(func(*Phrase) bool { return true }), func(sentence string) []steps.Step {
		if x.Called(sentence) == nil {
			return nil
		}
		return make([]steps.Step, 1)
	})
}

func (x Speaker) offered(p *Phrase) steps.Step {
	korean := steps.Sentence{}
	s := steps.Step{
		Topic: Topic, Kinds: kindsOf(p), Meaning: p.Meaning(), Pattern: p.pattern.String(), Example: p.Example(),
	}
	if x.claimed(p) {
		s.Kinds, s.Timed = []steps.Kind{steps.Then}, true
		s.Pattern, s.Example, korean = steps.InFrames(s.Pattern, s.Example)
	}
	if hangul.MatchString(p.Name) { // the pattern of the other language stays empty where it says nothing
		if !s.Timed {
			korean = steps.Sentence{Pattern: s.Pattern, Example: s.Example}
		}
		s.Korean = korean
	}
	return s
}

var hangul = regexp.MustCompile(`\p{Hangul}`)

// claimed reports whether the steps of a phrase are claims, with some words or other for
// its parameters.
func (x Speaker) claimed(p *Phrase) bool {
	_, err := p.Try(x.Known, func(sentence string) error {
		claims, err := x.saysClaims(p, sentence, nil)
		if err == nil && !claims {
			err = errNoClaims
		}
		return err
	})
	return err == nil
}

var errNoClaims = errors.New("its steps are sentences")

// kindsOf are the keywords that a phrase may follow: one that acts is no Then.
func kindsOf(p *Phrase) []steps.Kind {
	if slices.ContainsFunc(p.steps, func(s plan.Step) bool { return acts(s.Type) }) {
		return []steps.Kind{steps.Given, steps.When}
	}
	return []steps.Kind{steps.Given, steps.When, steps.Then}
}

// Meaning is where a phrase stands, and what it says, in one line.
func (p *Phrase) Meaning() string {
	return fmt.Sprintf("A phrase (%s): %s", p.Place(), strings.Join(p.Lines(), "; "))
}

// Lines are the sentences of a phrase, with their keywords.
func (p *Phrase) Lines() []string {
	all := make([]string, len(p.steps))
	for i, s := range p.steps {
		all[i] = s.Keyword + " " + s.Text
	}
	return all
}

// Called is the phrase that a sentence says, in a frame or not, or nil. A sentence that says
// more than one has the first.
func (x Speaker) Called(sentence string) *Phrase {
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
