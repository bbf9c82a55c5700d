package steps

import (
	"errors"
	"reflect"
	"regexp"
	"strings"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Complaint checks a sentence of this step statically and returns what is wrong.
func (s Step) Complaint(in Line) error {
	in.given, in.begun = outputsOf(in.Before), begunBefore(in.Before)
	if err := s.below(in); err != nil {
		return err
	}
	if err := in.undefined(); err != nil {
		return err
	}
	in.ofObjects = ofObjects(s.Topic) || s.claim != nil && s.claim.ofObjects
	if err := in.nodes(s.Pattern, s.words(in.Text)); err != nil {
		return err
	}
	if err := s.outOfOrder(in, s.words(in.Text)); err != nil {
		return err
	}
	if err := s.inTime(in.Text); err != nil {
		return err
	}
	if s.check == nil {
		return nil
	}
	return s.check(in, s.words(in.Text))
}

// Flaw returns what is wrong with a sentence of this step in any scenario. It is the part
// of Complaint that needs neither the scenario nor what stands below the sentence.
func (s Step) Flaw(text string) error {
	if s.Pattern == "" || s.Func == nil {
		return nil // a phrase
	}
	if err := s.inTime(text); err != nil {
		return err
	}
	if s.NeedsDocString() || s.NeedsTable() || s.check == nil || s.Topic == "manifests" {
		return nil
	}
	in := Line{Text: text, Isolation: cluster.OwnCluster, Checks: s.Topic == "submissions", unknown: true}
	return s.check(in, s.words(text))
}

// inTime checks the durations of a sentence.
func (s Step) inTime(text string) error {
	words := s.words(text)
	for at := 0; ; {
		next := strings.Index(s.Pattern[at:], duration.Pattern)
		if next < 0 {
			return nil
		}
		at += next
		group := grammar.Captures(s.Pattern[:at])
		at += len(duration.Pattern)
		if group >= len(words) || grammar.Placeholder.MatchString(words[group]) {
			continue
		}
		_, err := duration.Parse(words[group], func() (time.Duration, error) { return time.Second, nil })
		if err != nil {
			return err
		}
		if s.Timed && noTime.MatchString(words[group]) {
			return errors.New("it takes no time, in which nothing can be seen: give it some")
		}
	}
}

var noTime = regexp.MustCompile(`^0+(?:\.0+)?(?:ms|s|m)$`)

// below compares the doc string or table of the sentence with the parameters of the
// function. godog ignores an extra argument and does not call a function that lacks one.
func (s Step) below(in Line) error {
	text, table := s.NeedsDocString(), s.NeedsTable()
	switch {
	case text && in.DocString == nil:
		return errors.New(`this sentence needs a doc string below it, between two lines of """`)
	case table && in.Table == nil:
		return errors.New("this sentence needs a table below it, between |")
	case !text && in.DocString != nil:
		return errors.New("this sentence takes no doc string: nobody would read it")
	case !table && in.Table != nil:
		return errors.New("this sentence takes no table: nobody would read it")
	}
	return nil
}

// NeedsDocString reports whether the step's sentence needs a doc string.
func (s Step) NeedsDocString() bool { return s.takes(reflect.TypeFor[*godog.DocString]()) }

// NeedsTable reports whether the step's sentence needs a table.
func (s Step) NeedsTable() bool { return s.takes(reflect.TypeFor[*godog.Table]()) }

func (s Step) takes(what reflect.Type) bool {
	f := reflect.TypeOf(s.Func)
	return f != nil && f.NumIn() > 0 && f.In(f.NumIn()-1) == what
}

// outputsOf returns the outputs of sentences: a step's output is its last word.
func outputsOf(sentences []string) outputs {
	all := outputs{}
	for _, text := range sentences {
		for _, step := range Match(text) {
			name := ""
			if words := step.words(text); len(words) > 0 {
				name = words[len(words)-1]
			}
			all[step.gives] = append(all[step.gives], name)
		}
	}
	return all
}

// ValuesNamed returns the names that sentences give to values, and the names under which
// they remember objects.
func ValuesNamed(sentences []string) []string {
	all := outputsOf(sentences)
	names := all[aValue]
	for _, name := range all[aMemory] {
		names = append(names, scenario.MemoryName(name))
	}
	return names
}
