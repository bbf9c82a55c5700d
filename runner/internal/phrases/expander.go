package phrases

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// Expander replaces calls of phrases by the steps of the phrases.
type Expander struct {
	Phrases []*Phrase                          // the phrases in scope
	Match   func(sentence string) []steps.Step // the vocabulary
	// ofClaims caches consistsOfClaims by call: nested phrases meet the same calls again
	// and again.
	ofClaims map[string]bool
}

// NewExpander returns an expander for phrases in a vocabulary. It is not safe for
// concurrent use.
func NewExpander(all []*Phrase, match func(sentence string) []steps.Step) Expander {
	return Expander{Phrases: all, Match: match, ofClaims: map[string]bool{}}
}

// most limits the steps of one call: nested phrases can grow exponentially.
const most = 1000

var errTooMany = fmt.Errorf("it expands to more than %d steps", most)

// Expand returns the steps to run for a step of a scenario, and whether it calls a phrase.
// Each step of a phrase has the calls that lead to it.
func (x Expander) Expand(s plan.Step, file string) ([]plan.Step, bool, error) {
	if len(x.Phrases) == 0 {
		return nil, false, nil
	}
	said, err := x.expand(s, plan.Call{Text: s.Text, Keyword: s.Keyword, File: file, Line: s.Line}, nil)
	if err != nil {
		return nil, true, err
	}
	return said, len(said) != 1 || len(said[0].Calls) > 0, nil
}

// expand expands one step. The stack holds the phrases that are being expanded.
func (x Expander) expand(s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	p, err := x.find(s.Text, false)
	switch {
	case err != nil:
		return nil, err
	case p != nil:
		return x.expandSteps(p, s, call, stack)
	}
	said, err := x.expandFramed(s, call, stack)
	if err != nil || said != nil {
		return said, err
	}
	return []plan.Step{s}, nil
}

// find returns the phrase that a sentence calls, or nil. The error is an ambiguity: with
// another phrase, a sentence of the vocabulary or, inside a frame, a claim of it.
func (x Expander) find(sentence string, inFrame bool) (*Phrase, error) {
	var found []*Phrase
	for _, p := range x.Phrases {
		if p.Matches(sentence) {
			found = append(found, p)
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	var places []string
	for _, p := range found {
		places = append(places, fmt.Sprintf("the phrase %q (%s)", p.Name, p.Place()))
	}
	for _, step := range x.Match(sentence) {
		places = append(places, fmt.Sprintf("the sentence %s (%s)", step.Pattern, step.Topic))
	}
	if inFrame && steps.IsClaim(sentence) && steps.ClaimComplaint(sentence) == nil {
		places = append(places, "a claim of the vocabulary")
	}
	if len(places) > 1 {
		return nil, fmt.Errorf("ambiguous step: it could be %s", strings.Join(places, ", or "))
	}
	if name, differs := found[0].differs(sentence); differs {
		return nil, fmt.Errorf("<%s> stands twice in the phrase %q (%s), and here it has two values", name, found[0].Name, found[0].Place())
	}
	return found[0], nil
}

// expandSteps expands a call of a phrase whose steps are sentences.
func (x Expander) expandSteps(p *Phrase, s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	if err := circular(p, stack); err != nil {
		return nil, err
	}
	if s.Argument != nil {
		return nil, fmt.Errorf("the phrase %q (%s) takes no doc string and no table", p.Name, p.Place())
	}
	claims, err := x.consistsOfClaims(p, s.Text, stack)
	switch {
	case err != nil:
		return nil, err
	case claims:
		return nil, fmt.Errorf("an expectation says when: within 30s %s (or: for 30s ...)", s.Text)
	}
	var all []plan.Step
	for _, step := range p.stepsFor(s.Text) {
		if s.Type == messages.PickleStepType_OUTCOME && acts(step.Type) {
			return nil, fmt.Errorf("it cannot follow Then: its step %q (%s) acts", step.Text, plan.ID(p.File, step.Line))
		}
		if step.Type == messages.PickleStepType_UNKNOWN {
			step.Type = s.Type
		}
		inner := plan.Call{Text: step.Text, Keyword: step.Keyword, File: p.File, Line: step.Line}
		said, err := x.expand(step, inner, append(slices.Clone(stack), p))
		if err != nil {
			return nil, at(p, step, err)
		}
		for _, one := range said {
			if one.File == "" {
				one.File = p.File
			}
			one.Calls = append([]plan.Call{call}, one.Calls...)
			all = append(all, one)
		}
		if len(all) > most {
			return nil, errTooMany
		}
	}
	return all, nil
}

func acts(t messages.PickleStepType) bool {
	return t == messages.PickleStepType_CONTEXT || t == messages.PickleStepType_ACTION
}

// circularError reports phrases that call each other.
type circularError struct{ way string }

// Error lists the phrases in the order of their calls.
func (c circularError) Error() string { return "circular: " + c.way }

func circular(p *Phrase, stack []*Phrase) error {
	first := slices.IndexFunc(stack, func(q *Phrase) bool { return q.Place() == p.Place() })
	if first < 0 {
		return nil
	}
	var way []string
	for _, q := range append(stack[first:], p) {
		way = append(way, fmt.Sprintf("%q (%s)", q.Name, q.Place()))
	}
	return circularError{strings.Join(way, " calls ")}
}

// at adds the place of a phrase's step to an error, unless the error has its own places.
func at(p *Phrase, step plan.Step, err error) error {
	if errors.As(err, new(circularError)) {
		return err
	}
	return fmt.Errorf("%s: %w", plan.ID(p.File, step.Line), err)
}

// consistsOfClaims reports whether the steps of a phrase are claims. A mixture of claims
// and sentences is an error.
func (x Expander) consistsOfClaims(p *Phrase, sentence string, stack []*Phrase) (bool, error) {
	call := p.Place() + "\n" + sentence
	if are, known := x.ofClaims[call]; known {
		return are, nil
	}
	var claim, other *plan.Step
	for _, step := range p.stepsFor(sentence) {
		is, err := x.isClaim(step.Text, append(slices.Clone(stack), p))
		if err != nil {
			return false, at(p, step, err)
		}
		if is {
			claim = &step
		} else {
			other = &step
		}
	}
	if claim != nil && other != nil {
		return false, fmt.Errorf("the phrase %q (%s) mixes claims and sentences: %q has no time, and %q has its own; "+
			"write \"within 30s\" before the first, or use claims only", p.Name, p.Place(), claim.Text, other.Text)
	}
	x.ofClaims[call] = claim != nil
	return claim != nil, nil
}

// isClaim reports whether a text is a claim: of the vocabulary, or a phrase of claims.
func (x Expander) isClaim(text string, stack []*Phrase) (bool, error) {
	p, err := x.find(text, true)
	if err != nil {
		return false, err
	}
	if p == nil {
		return len(x.Match(text)) == 0 && steps.IsClaim(text), nil
	}
	if err := circular(p, stack); err != nil {
		return false, err
	}
	return x.consistsOfClaims(p, text, stack)
}

// expandFramed expands a phrase inside a frame. It returns nil if there is none.
func (x Expander) expandFramed(s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	frame, is := steps.ReadFramed(s.Text)
	if !is {
		return nil, nil
	}
	claims, found := make([][]string, len(frame.Claims)), false
	for i, text := range frame.Claims {
		p, err := x.find(text, true)
		if err != nil {
			return nil, err
		}
		if p == nil {
			claims[i] = []string{text}
			continue
		}
		found = true
		if claims[i], err = x.claims(p, text, stack); err != nil {
			return nil, err
		}
	}
	switch {
	case !found:
		return nil, nil
	case x.inVocabulary(s.Text):
		return nil, errors.New("ambiguous step: the vocabulary has this sentence, and it also contains a phrase")
	case s.Argument != nil:
		return nil, errors.New("a phrase takes no doc string and no table")
	}
	text, below, err := frame.Of(claims...)
	if err != nil {
		return nil, err
	}
	s.Text, s.Calls = text, []plan.Call{call}
	if below != "" {
		s.Argument = &messages.PickleStepArgument{DocString: &messages.PickleDocString{Content: below}}
	}
	return []plan.Step{s}, nil
}

// inVocabulary reports whether a sentence is a valid one of the vocabulary.
func (x Expander) inVocabulary(sentence string) bool {
	return slices.ContainsFunc(x.Match(sentence), func(s steps.Step) bool { return s.Complaint(steps.Line{Text: sentence}) == nil })
}

// claims returns the claims of a phrase, including those of nested phrases.
func (x Expander) claims(p *Phrase, sentence string, stack []*Phrase) (all []string, err error) {
	if err := circular(p, stack); err != nil {
		return nil, err
	}
	are, err := x.consistsOfClaims(p, sentence, stack)
	if err != nil {
		return nil, err
	}
	if !are {
		return nil, fmt.Errorf("the phrase %q (%s) cannot stand in a frame: its steps are sentences with their own time, not claims", p.Name, p.Place())
	}
	for _, step := range p.stepsFor(sentence) {
		if step.Argument != nil {
			return nil, fmt.Errorf("%s: a claim takes no doc string and no table", plan.ID(p.File, step.Line))
		}
		inner, err := x.find(step.Text, true)
		if err != nil {
			return nil, err
		}
		if inner == nil {
			all = append(all, step.Text)
			continue
		}
		more, err := x.claims(inner, step.Text, append(slices.Clone(stack), p))
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	if len(all) > most {
		return nil, errTooMany
	}
	return all, nil
}

// Known reports whether a step of a phrase has a definition: as a sentence or a claim of
// the vocabulary, or as another phrase.
func (x Expander) Known(text string) bool {
	if len(x.Match(text)) > 0 || steps.IsClaim(text) {
		return true
	}
	_, calls, err := x.Expand(plan.Step{Text: text}, "")
	return calls || err != nil
}

// Check expands a call of a phrase, and returns what is wrong with the phrase: it calls
// itself, it mixes claims and sentences, or one of its steps is ambiguous.
func (x Expander) Check(p *Phrase, sentence string) error {
	claims, err := x.consistsOfClaims(p, sentence, nil)
	if err != nil {
		return err
	}
	if claims {
		_, err = x.claims(p, sentence, nil)
		return err
	}
	_, err = x.expandSteps(p, plan.Step{Text: sentence}, plan.Call{}, nil)
	return err
}
