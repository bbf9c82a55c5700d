package plan

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

	"github.com/gherkube/gherkube/runner/feature"
)

// stepSeen is what godog would make of a step.
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

// checkGherkin holds what godog's parser reads of a scenario that was written
// out against the plan of it.
func checkGherkin(t *testing.T, s *Scenario) {
	t.Helper()
	written := s.Gherkin()
	newID := (&messages.Incrementing{}).NewId
	document, err := gherkin.ParseGherkinDocument(bytes.NewReader(written), newID)
	assert.NilError(t, err, "%s", written)
	pickles := gherkin.Pickles(*document, s.File, newID)
	assert.Equal(t, len(pickles), 1, "%s", written)
	var got, want []stepSeen
	for _, step := range pickles[0].Steps {
		got = append(got, seen(step.Text, step.Type, step.Argument))
	}
	for _, step := range s.Steps {
		want = append(want, seen(step.Text, step.kind, step.below))
	}
	assert.Check(t, reflect.DeepEqual(got, want), "%q\n%q\n%s", got, want, written)
	assert.Check(t, is.DeepEqual(pickleTags(pickles[0]), append([]string{}, s.Tags...)))
}

func scenariosIn(content []byte) []*Scenario {
	file, problems := feature.Parse("x.feature", content, (&messages.Incrementing{}).NewId)
	if file == nil || len(problems) > 0 {
		return nil
	}
	lines := feature.Lines(file.Document)
	var all []*Scenario
	for _, pickle := range file.Pickles {
		all = append(all, scenarioOf(file, lines, pickle))
	}
	return all
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

// TestGodogRunsWhatIsPlanned has all that is hard to write as Gherkin.
func TestGodogRunsWhatIsPlanned(t *testing.T) {
	content := strings.ReplaceAll(awkward, "~~~", "```")
	scenarios := scenariosIn([]byte(content))
	assert.Equal(t, len(scenarios), 3)
	for _, s := range scenarios {
		checkGherkin(t, s)
	}
}

// FuzzGherkin reads anything as a feature: the reader does not crash, and godog
// would run each scenario that it accepts as it was planned.
func FuzzGherkin(f *testing.F) {
	book, err := os.ReadFile("testdata/book.feature")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(book), awkward, "Feature: f\n Scenario Outline: <a>\n  Given <a>\n   | <a> |\n   \"\"\"<a>\n <b>\n   \"\"\"\n  Examples:\n | a | b |\n | \\n | \"\"\" |\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, s := range scenariosIn(content) {
			checkGherkin(t, s)
		}
	})
}
