package feature

import (
	"fmt"
	"strings"
	"unicode"

	messages "github.com/cucumber/messages/go/v21"
)

// Gherkin returns a scenario as a feature of its own, for godog to run. So godog
// runs what was parsed here, even if its older parser would read the original file
// differently.
func Gherkin(p *messages.Pickle) []byte {
	w := &gherkinWriter{fills: fillsFor(p)}
	for _, tag := range p.Tags {
		w.line("%s", tag.Name)
	}
	w.line("Feature:")
	w.line("Scenario Outline: %s", strings.Join(strings.Fields(p.Name), " "))
	for _, step := range p.Steps {
		w.step(step)
	}
	w.examples()
	return []byte(w.text.String())
}

// Does returns everything that a scenario does: its steps with their arguments.
func Does(p *messages.Pickle) string {
	var all strings.Builder
	for _, step := range p.Steps {
		fmt.Fprintf(&all, "%q%q", step.Text, below(step.Argument))
	}
	return all.String()
}

// gherkinWriter writes an outline with one row. Its columns hold texts that Gherkin
// cannot contain literally, such as a line feed in a step, or trailing space.
type gherkinWriter struct {
	text  strings.Builder
	fills fills
}

// fills holds the placeholders of the row.
type fills struct{ nothing, newline, quotes, backslash string }

// fillsFor returns placeholders with names that do not occur in the scenario.
func fillsFor(p *messages.Pickle) fills {
	var all strings.Builder
	for _, step := range p.Steps {
		fmt.Fprintf(&all, "%s\n%q\n", step.Text, below(step.Argument))
	}
	prefix := "_"
	for strings.Contains(all.String(), "<"+prefix) {
		prefix += "_"
	}
	return fills{"<" + prefix + "0>", "<" + prefix + "n>", "<" + prefix + "q>", "<" + prefix + "b>"}
}

// below returns all texts of a step's argument.
func below(argument *messages.PickleStepArgument) []string {
	var all []string
	if argument == nil {
		return nil
	}
	if d := argument.DocString; d != nil {
		all = append(all, d.MediaType, d.Content)
	}
	if t := argument.DataTable; t != nil {
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				all = append(all, cell.Value)
			}
		}
	}
	return all
}

func (w *gherkinWriter) line(format string, args ...any) { fmt.Fprintf(&w.text, format+"\n", args...) }

var keywordOf = map[messages.PickleStepType]string{
	messages.PickleStepType_CONTEXT: "Given", messages.PickleStepType_ACTION: "When", messages.PickleStepType_OUTCOME: "Then",
}

func (w *gherkinWriter) step(step *messages.PickleStep) {
	keyword, known := keywordOf[step.Type]
	if !known {
		keyword = "*"
	}
	w.line("%s %s", keyword, w.inline(step.Text))
	if step.Argument == nil {
		return
	}
	if d := step.Argument.DocString; d != nil {
		w.line(`"""%s`, w.inline(d.MediaType))
		w.line("%s", w.docString(d.Content))
		w.line(`"""`)
	}
	if t := step.Argument.DataTable; t != nil {
		for _, row := range t.Rows {
			cells := make([]string, len(row.Cells))
			for i, cell := range row.Cells {
				cells[i] = escaped(w.inline(cell.Value))
			}
			w.row(cells)
		}
	}
}

// row writes a row; a row without cells is a single bar.
func (w *gherkinWriter) row(cells []string) {
	w.text.WriteString("|")
	for _, cell := range cells {
		w.text.WriteString(cell + "|")
	}
	w.text.WriteString("\n")
}

// inline writes a text on one line and preserves leading and trailing space.
func (w *gherkinWriter) inline(text string) string {
	if strings.TrimFunc(text, unicode.IsSpace) != text {
		text = w.fills.nothing + text + w.fills.nothing
	}
	return strings.ReplaceAll(text, "\n", w.fills.newline)
}

// docString escapes the delimiter and the parser's escape character, and preserves
// carriage returns at the ends of lines.
func (w *gherkinWriter) docString(text string) string {
	text = strings.NewReplacer(
		`"""`, w.fills.quotes, `\"`, w.fills.backslash+`"`, "\r\n", "\r"+w.fills.nothing+"\n",
	).Replace(text + "\n")
	return strings.TrimSuffix(text, "\n")
}

func escaped(cell string) string { return strings.NewReplacer(`\`, `\\`, "|", `\|`).Replace(cell) }

func (w *gherkinWriter) examples() {
	w.line("Examples:")
	bare := func(placeholder string) string { return strings.Trim(placeholder, "<>") }
	w.row([]string{bare(w.fills.nothing), bare(w.fills.newline), bare(w.fills.quotes), bare(w.fills.backslash)})
	w.row([]string{"", `\n`, `"""`, `\\`})
}
