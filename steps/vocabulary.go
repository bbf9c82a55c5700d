package steps

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Vocabulary is the set of sentences for features. The zero value has gherkube's own.
// It is immutable and safe for concurrent use.
type Vocabulary struct {
	added    []Step
	once     sync.Once
	compiled []compiledStep
	err      error
	matches  grammar.Cache[[]Step]
}

// Extend returns a vocabulary of gherkube's steps and the given ones. Lint, dry run,
// completion, the step list and reports include them. Err reports invalid steps.
//
// A step's function takes a context.Context, one string for each group of its pattern
// and, if the step has one, a *godog.DocString or *godog.Table as its last argument. It
// returns an error: one from verdict.Unseenf means undecided, any other failed. Inside
// it, From returns the scenario.
func Extend(more ...Step) *Vocabulary {
	v := &Vocabulary{added: slices.Clone(more)}
	for i := range v.added {
		v.added[i].added = true
	}
	return v
}

// ownVocabulary has gherkube's own sentences only.
var ownVocabulary Vocabulary

// All returns the whole vocabulary, by topic, in the order of the catalogue.
func All() []Step { return ownVocabulary.All() }

// Match returns the steps of gherkube's own vocabulary whose pattern matches a sentence,
// in any language. The result is cached: callers must not modify it.
func Match(sentence string) []Step { return ownVocabulary.Match(sentence) }

// All returns all steps: gherkube's own by topic, then the added ones.
func (v *Vocabulary) All() []Step {
	var all []Step
	for _, table := range slices.Concat(tables, [][]Step{v.added}) {
		for _, s := range table {
			s.Korean.Pattern = grammar.Forms(s.Korean.Pattern)
			all = append(all, s)
		}
	}
	return all
}

// Match returns the steps whose pattern matches a sentence, in any language. A sentence of
// a valid feature matches exactly one. The result is cached: callers must not modify it.
func (v *Vocabulary) Match(sentence string) []Step {
	if found, known := v.matches.Get(sentence); known {
		return found
	}
	var found []Step
	for _, c := range v.sentences() {
		if c.needs.In(sentence) && c.pattern.MatchString(sentence) {
			found = append(found, c.step)
		}
	}
	v.matches.Put(sentence, found)
	return found
}

// alone returns the sentences of lines, with one claim each.
func (v *Vocabulary) alone(lines []Line) (all []string) {
	for _, in := range lines {
		for _, s := range v.Match(in.Text) {
			all = append(all, s.Alone(in)...)
		}
	}
	return all
}

// TopologyOf is the package's TopologyOf: no added sentence changes it.
func (v *Vocabulary) TopologyOf(sentences []string) (cluster.Topology, error) {
	return TopologyOf(sentences)
}

// Err returns everything that is wrong with the added steps.
func (v *Vocabulary) Err() error {
	v.sentences()
	return v.err
}

// compiledStep is a step in one language.
type compiledStep struct {
	step     Step
	sentence Sentence
	pattern  *regexp.Regexp
	needs    grammar.Needs
}

// sentences returns all compiled sentences. An invalid added step has none.
func (v *Vocabulary) sentences() []compiledStep {
	v.once.Do(func() {
		all := v.All()
		own := len(all) - len(v.added)
		var errs []error
		for i, s := range all {
			if i >= own {
				if err := s.flaw(); err != nil {
					errs = append(errs, fmt.Errorf("step %q: %w", s.Pattern, err))
					continue
				}
			}
			v.compiled = append(v.compiled, s.compiled()...)
		}
		for _, s := range all[own:] {
			if said := v.saying(s.Example); len(said) > 1 {
				errs = append(errs, fmt.Errorf("step %q: its example %q also matches step %q", s.Pattern, s.Example, said[0].Pattern))
			}
		}
		v.err = errors.Join(errs...)
	})
	return v.compiled
}

func (s Step) compiled() (all []compiledStep) {
	for _, sentence := range s.Sentences() {
		pattern, err := regexp.Compile(sentence.Pattern)
		if err != nil {
			panic(fmt.Sprintf("step %q: %v", sentence.Example, err)) // one of gherkube's own: flaw checks those of others
		}
		all = append(all, compiledStep{s, sentence, pattern, grammar.NeedsOf(sentence.Pattern)})
	}
	return all
}

// saying returns the steps that match a sentence, while the vocabulary is built.
func (v *Vocabulary) saying(sentence string) (found []Step) {
	for _, c := range v.compiled {
		if c.pattern.MatchString(sentence) {
			found = append(found, c.step)
		}
	}
	return found
}

// flaw returns what is missing from an added step, or wrong with it.
func (s Step) flaw() error {
	switch {
	case !strings.HasPrefix(s.Pattern, "^") || !strings.HasSuffix(s.Pattern, "$"):
		return errors.New("the pattern has to match the whole sentence: begin it with ^ and end it with $")
	case s.Topic == "" || s.Meaning == "" || s.Example == "" || len(s.Kinds) == 0:
		return errors.New("a step needs a Topic, Kinds, a Meaning and an Example")
	}
	for _, sentence := range s.Sentences() {
		pattern, err := regexp.Compile(sentence.Pattern)
		if err != nil {
			return err
		}
		if !pattern.MatchString(sentence.Example) {
			return fmt.Errorf("the pattern %q does not match the example %q", sentence.Pattern, sentence.Example)
		}
		for _, place := range sentence.Order {
			if place < 0 || place >= pattern.NumSubexp() {
				return fmt.Errorf("the order of the %s pattern names argument %d, and there are %d", sentence.Language, place, pattern.NumSubexp())
			}
		}
		if groups := pattern.NumSubexp(); groups != grammar.Groups(s.Pattern) {
			return fmt.Errorf("the %s pattern has %d capture groups, and the English one %d", sentence.Language, groups, grammar.Groups(s.Pattern))
		}
	}
	return s.callable(grammar.Groups(s.Pattern))
}

// callable checks the step's function against the groups of its pattern.
func (s Step) callable(groups int) error {
	f := reflect.TypeOf(s.Func)
	if f == nil || f.Kind() != reflect.Func || f.NumOut() != 1 || f.Out(0) != reflect.TypeFor[error]() ||
		f.NumIn() == 0 || f.In(0) != reflect.TypeFor[context.Context]() {
		return errors.New("the function has to be a func(context.Context, ...) error")
	}
	words, below := 0, 0
	for i := 1; i < f.NumIn(); i++ {
		switch in := f.In(i); {
		case in == reflect.TypeFor[string]() && below == 0:
			words++
		case (in == reflect.TypeFor[*godog.DocString]() || in == reflect.TypeFor[*godog.Table]()) && below == 0:
			below++
		default:
			return fmt.Errorf("the function takes a %s as argument %d: it can take strings, and at the end a *godog.DocString or *godog.Table", in, i)
		}
	}
	if words != groups {
		return fmt.Errorf("the pattern has %d capture groups, and the function takes %d strings", groups, words)
	}
	return nil
}
