package feature

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"

	gherkin "github.com/cucumber/gherkin/go/v26"
	messages "github.com/cucumber/messages/go/v21"
	"gotest.tools/v3/assert"
	is "gotest.tools/v3/assert/cmp"
)

// stepSeen is a step as godog reads it.
type stepSeen struct {
	text  string
	kind  messages.PickleStepType
	media string
	doc   string
	rows  [][]string
}

func seen(text string, kind messages.PickleStepType, below *messages.PickleStepArgument) stepSeen {
	s := stepSeen{text: text, kind: kind}
	if below != nil && below.DocString != nil {
		s.media, s.doc = below.DocString.MediaType, below.DocString.Content
	}
	if below != nil && below.DataTable != nil {
		for _, row := range below.DataTable.Rows {
			cells := []string{}
			for _, cell := range row.Cells {
				cells = append(cells, cell.Value)
			}
			s.rows = append(s.rows, cells)
		}
	}
	return s
}

// checkGherkin compares a scenario with what godog's parser reads after Gherkin has
// written it.
func checkGherkin(t *testing.T, p *messages.Pickle) {
	t.Helper()
	written := Gherkin(p)
	for line := range bytes.Lines(written) {
		if len(line) >= MaxLine {
			return // the plan rejects it
		}
	}
	newID := (&messages.Incrementing{}).NewId
	document, err := gherkin.ParseGherkinDocument(bytes.NewReader(written), newID)
	assert.NilError(t, err, "%s", written)
	pickles := gherkin.Pickles(*document, "x", newID)
	assert.Equal(t, len(pickles), 1, "%s", written)
	got, want := stepsSeen(pickles[0]), stepsSeen(p)
	assert.Check(t, reflect.DeepEqual(got, want), "%q\n%q\n%s", got, want, written)
	assert.Check(t, is.DeepEqual(tagsOf(pickles[0]), tagsOf(p)))
}

func stepsSeen(p *messages.Pickle) []stepSeen {
	var all []stepSeen
	for _, step := range p.Steps {
		all = append(all, seen(step.Text, step.Type, step.Argument))
	}
	return all
}

func tagsOf(p *messages.Pickle) []string {
	var names []string
	for _, tag := range p.Tags {
		names = append(names, tag.Name)
	}
	return names
}

// readAll parses a feature, calls all functions that inspect one, and returns the
// scenarios.
func readAll(content []byte) []*messages.Pickle {
	file, problems := Parse("x.feature", content, (&messages.Incrementing{}).NewId)
	if file == nil || file.Document.Feature == nil {
		return nil
	}
	for _, line := range file.Prose() {
		line.Sentences(file.Document.Feature.Language)
		line.Keyword(file.Document.Feature.Language)
		line.Glued(file.Document.Feature.Language)
	}
	file.Swallowed()
	for _, entry := range file.Entries() {
		for _, place := range entry.Places() {
			place.Names(entry.AllColumns())
			for _, column := range entry.AllColumns() {
				place.Misspells(column)
			}
		}
	}
	if len(problems) > 0 {
		return nil
	}
	return file.Pickles
}

const awkward = `@a#b @c
Feature: f
  > prose
  # a comment within a description
  Background:
    Given   a  background	
  Rule: r
    Background:
      * a star
    @d
    Scenario Outline: o <x>
      When <x> starts and ends <y>
      And a table
        | <x> | \| \\ \n \t | |
        |     | a  b        | <y> |
      Then a doc string
        """<y>
          <x> and \"\"\" and \\" and ~~~
        <z>
        """
      But another
        ~~~yaml
        """ and \"\"\" and \"
        "" \
        ~~~
      Examples:
        | x    | y      | z    |
        | a\nb |        | <_0> |
        |      | two\n  | """  |
        | \r\n | \| \\n | \"""\" |
`

// TestGodogRunsWhatIsPlanned uses everything that is hard to write as Gherkin.
func TestGodogRunsWhatIsPlanned(t *testing.T) {
	content := strings.ReplaceAll(awkward, "~~~", "```")
	pickles := readAll([]byte(content))
	assert.Equal(t, len(pickles), 3)
	for _, p := range pickles {
		checkGherkin(t, p)
	}
}

// FuzzRead parses arbitrary bytes as a feature. The parser must not crash, and
// godog must read each accepted scenario as it was planned.
func FuzzRead(f *testing.F) {
	book, err := os.ReadFile("../planner/testdata/book.feature")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(book), awkward, "Feature: f\n Scenario Outline: <a>\n  Given <a>\n   | <a> |\n   \"\"\"<a>\n <b>\n   \"\"\"\n  Examples:\n | a | b |\n | \\n | \"\"\" |\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, p := range readAll(content) {
			checkGherkin(t, p)
		}
	})
}
