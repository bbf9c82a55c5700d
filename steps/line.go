package steps

import (
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
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
	Checks    bool              // it is part of a lab's checks, which judge a submission
	Named     []string          // the names of values that are there before its scenario

	given outputs     // by the sentences before it
	frame string      // around its claim, in English; "" for other sentences
	begun []monitored // the requests that the sentences before it begin
}

// unknown tells of a ${name} that nothing before the sentence has given.
func (in Line) unknown() error {
	names := map[string]string{scenario.NamespaceValue: ""}
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

// Below takes in what stands below the sentence, if anything does.
func (in *Line) Below(below *messages.PickleStepArgument) {
	if below == nil {
		return
	}
	if text := below.DocString; text != nil {
		in.DocString = &text.Content
	}
	if table := below.DataTable; table != nil {
		in.Table = grammar.Cells(table)
	}
}
