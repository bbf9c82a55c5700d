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

// Speaker puts what phrases say in the place of the sentences that call them.
type Speaker struct {
	Phrases []*Phrase                          // those that are known where the sentences stand
	Match   func(sentence string) []steps.Step // the vocabulary
}

// most bounds the steps that one sentence may come to: phrases that say others twice
// double with every level.
const most = 1000

// Say returns the steps that stand for a sentence of a scenario, and whether it calls a
// phrase at all. Each step has the calls that lead to it.
func (x Speaker) Say(s plan.Step, file string) ([]plan.Step, bool, error) {
	if len(x.Phrases) == 0 {
		return nil, false, nil
	}
	said, err := x.say(s, plan.Call{Text: s.Text, Keyword: s.Keyword, File: file, Line: s.Line}, nil)
	if err != nil {
		return nil, true, err
	}
	return said, len(said) != 1 || len(said[0].Calls) > 0, nil
}

// say puts steps in the place of one. The stack has the phrases that are being said.
func (x Speaker) say(s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	p, err := x.called(s.Text, false)
	switch {
	case err != nil:
		return nil, err
	case p != nil:
		return x.steps(p, s, call, stack)
	}
	said, err := x.framed(s, call, stack)
	if err != nil || said != nil {
		return said, err
	}
	return []plan.Step{s}, nil
}

// called is the phrase that a sentence says, or one of which something is said when, or nil.
func (x Speaker) called(sentence string, inFrame bool) (*Phrase, error) {
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

// steps says a phrase whose steps are sentences.
func (x Speaker) steps(p *Phrase, s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	if err := circular(p, stack); err != nil {
		return nil, err
	}
	if s.Argument != nil {
		return nil, fmt.Errorf("the phrase %q (%s) takes no doc string and no table: nobody would read it", p.Name, p.Place())
	}
	claims, err := x.saysClaims(p, s.Text, stack)
	switch {
	case err != nil:
		return nil, err
	case claims:
		return nil, fmt.Errorf("an expectation says when: within 30s %s (or: for 30s ...)", s.Text)
	}
	var all []plan.Step
	for _, step := range p.said(s.Text) {
		if s.Type == messages.PickleStepType_OUTCOME && acts(step.Type) {
			return nil, fmt.Errorf("it cannot follow Then: its step %q (%s) is no Then", step.Text, plan.ID(p.File, step.Line))
		}
		if step.Type == messages.PickleStepType_UNKNOWN {
			step.Type = s.Type
		}
		inner := plan.Call{Text: step.Text, Keyword: step.Keyword, File: p.File, Line: step.Line}
		said, err := x.say(step, inner, append(slices.Clone(stack), p))
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
			return nil, fmt.Errorf("it comes to more than %d steps", most)
		}
	}
	return all, nil
}

func acts(t messages.PickleStepType) bool {
	return t == messages.PickleStepType_CONTEXT || t == messages.PickleStepType_ACTION
}

// circularError tells of phrases that say each other.
type circularError struct{ way string }

// Error names the phrases in the order in which they do.
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
	return circularError{strings.Join(way, " says ")}
}

// at says where in a phrase an error is, unless that tells by itself.
func at(p *Phrase, step plan.Step, err error) error {
	if errors.As(err, new(circularError)) {
		return err
	}
	return fmt.Errorf("%s: %w", plan.ID(p.File, step.Line), err)
}

// saysClaims reports whether the steps of a phrase are claims. Some claims and some
// sentences are an error.
func (x Speaker) saysClaims(p *Phrase, sentence string, stack []*Phrase) (bool, error) {
	var claim, other *plan.Step
	for _, step := range p.said(sentence) {
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
		return false, fmt.Errorf("the phrase %q (%s) is half a claim: %q says nothing of time, and %q is a sentence of its own; "+
			"write \"within 30s\" or the like before the first, or claims only", p.Name, p.Place(), claim.Text, other.Text)
	}
	return claim != nil, nil
}

// isClaim reports whether a text is a claim, of the vocabulary or of phrases.
func (x Speaker) isClaim(text string, stack []*Phrase) (bool, error) {
	p, err := x.called(text, true)
	if err != nil {
		return false, err
	}
	if p == nil {
		return len(x.Match(text)) == 0 && steps.IsClaim(text), nil
	}
	if err := circular(p, stack); err != nil {
		return false, err
	}
	return x.saysClaims(p, text, stack)
}

// framed says a sentence with a phrase in a frame; nil if there is none in it.
func (x Speaker) framed(s plan.Step, call plan.Call, stack []*Phrase) ([]plan.Step, error) {
	frame, is := steps.ReadFramed(s.Text)
	if !is {
		return nil, nil
	}
	claims, found := make([][]string, len(frame.Claims)), false
	for i, text := range frame.Claims {
		p, err := x.called(text, true)
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
	case x.sound(s.Text):
		return nil, errors.New("ambiguous step: it is a sentence of the vocabulary, and has a phrase in it")
	case s.Argument != nil:
		return nil, errors.New("a phrase takes no doc string and no table: nobody would read it")
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

// sound reports whether the vocabulary says a sentence, with words that it knows.
func (x Speaker) sound(sentence string) bool {
	return slices.ContainsFunc(x.Match(sentence), func(s steps.Step) bool { return s.Complaint(steps.Line{Text: sentence}) == nil })
}

// claims are those that a phrase makes, by other phrases too.
func (x Speaker) claims(p *Phrase, sentence string, stack []*Phrase) (all []string, err error) {
	if err := circular(p, stack); err != nil {
		return nil, err
	}
	are, err := x.saysClaims(p, sentence, stack)
	if err != nil {
		return nil, err
	}
	if !are {
		return nil, fmt.Errorf("the phrase %q (%s) cannot stand in a frame: its steps are sentences of their own, not claims", p.Name, p.Place())
	}
	for _, step := range p.said(sentence) {
		if step.Argument != nil {
			return nil, fmt.Errorf("%s: a claim takes no doc string and no table", plan.ID(p.File, step.Line))
		}
		inner, err := x.called(step.Text, true)
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
		return nil, fmt.Errorf("it comes to more than %d claims", most)
	}
	return all, nil
}

// Known reports whether a sentence of a phrase is one: of the vocabulary, a claim, or of
// another phrase.
func (x Speaker) Known(text string) bool {
	if len(x.Match(text)) > 0 || steps.IsClaim(text) {
		return true
	}
	_, calls, err := x.Say(plan.Step{Text: text}, "")
	return calls || err != nil
}

// Check finds what is wrong with a phrase when a sentence says it: that it says itself,
// that its steps are half claims, or that one of them could be said in two ways.
func (x Speaker) Check(p *Phrase, sentence string) error {
	claims, err := x.saysClaims(p, sentence, nil)
	if err != nil {
		return err
	}
	if claims {
		_, err = x.claims(p, sentence, nil)
		return err
	}
	_, err = x.steps(p, plan.Step{Text: sentence}, plan.Call{}, nil)
	return err
}
