package steps

import (
	"errors"
	"reflect"
	"regexp"
	"slices"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Complaint tells what is wrong with a sentence of this step, as far as it can
// be told before anything runs.
func (s Step) Complaint(in Line) error {
	in.given, in.begun = outputsOf(in.Before), begunBefore(in.Before)
	if err := s.below(in); err != nil {
		return err
	}
	if err := in.unknown(); err != nil {
		return err
	}
	if err := in.nodes(s.Pattern, s.words(in.Text)); err != nil {
		return err
	}
	if err := s.outOfOrder(in, s.words(in.Text)); err != nil {
		return err
	}
	if s.Timed && slices.ContainsFunc(s.words(in.Text), noTime.MatchString) {
		return errors.New("it takes no time, in which nothing can be seen: give it some")
	}
	if s.check == nil {
		return nil
	}
	return s.check(in, s.words(in.Text))
}

var noTime = regexp.MustCompile(`^0+(?:\.0+)?(?:ms|s|m)$`)

// below compares what stands below the sentence with what the function takes:
// godog would ignore what is too much, and call no function with too little.
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

// NeedsDocString tells whether the step's sentence needs a doc string below it.
func (s Step) NeedsDocString() bool { return s.takes(reflect.TypeFor[*godog.DocString]()) }

// NeedsTable tells whether the step's sentence needs a table below it.
func (s Step) NeedsTable() bool { return s.takes(reflect.TypeFor[*godog.Table]()) }

func (s Step) takes(what reflect.Type) bool {
	f := reflect.TypeOf(s.Func)
	return f != nil && f.NumIn() > 0 && f.In(f.NumIn()-1) == what
}

// outputsOf are the last words of the sentences that give something.
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

// ValuesNamed are the names that sentences give to values, and those under which they
// remember objects.
func ValuesNamed(sentences []string) []string {
	all := outputsOf(sentences)
	names := all[aValue]
	for _, name := range all[aMemory] {
		names = append(names, scenario.MemoryName(name))
	}
	return names
}
