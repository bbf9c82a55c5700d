package steps

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Line is a sentence of a feature, with what belongs to it.
type Line struct {
	Text      string
	Folder    string            // where its feature stands
	DocString *string           // the text below it, or nil
	Table     [][]string        // the rows below it, or nil
	Isolation cluster.Isolation // of its scenario
	Topology  cluster.Topology  // of its scenario's cluster; the zero value if it is not known
	Before    []string          // the sentences of its scenario that stand before it
	Handed    bool              // it is of a lab's checks: something was handed in
	Named     []string          // the names of values that are there before its scenario

	given outputs // by the sentences before it
}

// Complaint tells what is wrong with a sentence of this step, as far as it can
// be told before anything runs.
func (s Step) Complaint(in Line) error {
	in.given = outputsOf(in.Before)
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

// unknown tells of a ${name} that nothing before the sentence has given.
func (in Line) unknown() error {
	names := map[string]string{theNamespace: ""}
	for _, name := range slices.Concat(in.given[aValue], in.Named) {
		names[name] = ""
	}
	_, err := grammar.Fill(in.everything(), names)
	return err
}

// everything is all the text of a sentence, below it too.
func (in Line) everything() string {
	all := []string{in.Text}
	if in.DocString != nil {
		all = append(all, *in.DocString)
	}
	for _, row := range in.Table {
		all = append(all, row...)
	}
	return strings.Join(all, "\n")
}

// below compares what stands below the sentence with what the function takes:
// godog would ignore what is too much, and call no function with too little.
func (s Step) below(in Line) error {
	text, table := s.takes(reflect.TypeFor[*godog.DocString]()), s.takes(reflect.TypeFor[*godog.Table]())
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

func (s Step) takes(what reflect.Type) bool {
	f := reflect.TypeOf(s.Func)
	return f != nil && f.NumIn() > 0 && f.In(f.NumIn()-1) == what
}

// words are what the step's pattern captures in a text, as its function takes
// them.
func (s Step) words(text string) []string {
	sentence, found := s.SentenceFor(text)
	if !found {
		return nil
	}
	return sentence.Arguments(grammar.Regexp(sentence.Pattern).FindStringSubmatch(text)[1:])
}
