package steps

import (
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Line is a sentence of a feature, with its context.
type Line struct {
	Text      string
	Folder    string            // the folder of its feature
	DocString *string           // the text below it, or nil
	Table     [][]string        // the rows below it, or nil
	Isolation cluster.Isolation // the isolation of its scenario
	Topology  cluster.Topology  // the topology of its scenario's cluster; zero if unknown
	Before    []string          // the earlier sentences of its scenario
	Checks    bool              // whether it belongs to a lab's checks, which judge a submission
	Named     []string          // the names of values that exist before its scenario

	// unknown is set if the scenario is not known: errors about it are left out.
	unknown bool

	given outputs     // the outputs of the sentences before it; nil if they are unknown
	frame string      // the frame of its claim, in English; "" for other sentences
	begun []monitored // the requests that earlier sentences begin
	// ofObjects reports that the claim is about objects of the API, so that its node may be
	// a simulated one.
	ofObjects bool
}

// undefined returns an error for a ${name} that no earlier sentence defines.
func (in Line) undefined() error {
	names := map[string]string{scenario.NamespaceValue: ""}
	for _, name := range slices.Concat(in.given[aValue], in.Named) {
		names[name] = ""
	}
	_, err := grammar.Fill(in.everything(), names)
	return err
}

// everything returns the text of the sentence, its doc string and its table.
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

// Below sets the doc string or table of the sentence, if it has one.
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
