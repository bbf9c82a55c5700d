// Package report writes the model of a run in the supported report formats. Every
// format is a view: it uses only the model.
package report

import (
	"io"
	"maps"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// View is a report that is written while the run goes on.
type View interface {
	// Finished reports a scenario that has its verdict.
	Finished(*model.Scenario) error
	// End reports the end of the run. Finished was not called for scenarios that
	// were cut short.
	End(*model.Run) error
}

// Style describes what the destination of a view can display.
type Style struct {
	Color bool
	// Width and Height are the columns and rows of the terminal, or 0 elsewhere. On a
	// terminal, a scenario that did not pass is shortened to fit; in CI, the output
	// is all that people have, so it has everything but the texts of diagnostics.
	Width, Height int
	// Record returns the folder of the record, for the commands that show details.
	Record func() string
}

// screen reports whether scenarios are shortened to fit on a terminal.
func (s Style) screen() bool { return s.Width > 0 && s.Height > 0 && s.Record != nil }

// maker makes a view. A human view is written while the run goes on, so the plan
// and the closing lines can stand around it.
type maker struct {
	human bool
	view  func(io.Writer, Style) View
}

// on makes the view for a writer. Human formats escape control characters, even in
// files; machine formats get the text unchanged.
func (m maker) on(out io.Writer, style Style) View {
	if m.human {
		return m.view(terminal.Clean(out), style)
	}
	return m.view(terminal.Data(out), style)
}

var formats = map[string]maker{
	"pretty":   {true, newPretty},
	"progress": {true, newDots},
	"junit":    {false, newJUnit},
	"messages": {false, newMessages},
	"cucumber": {false, newCucumberJSON},
	"html":     {false, newHTML},
}

// aliases maps the names that other tools use for formats.
var aliases = map[string]string{"json": "cucumber"}

// Names returns the names of all formats.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

// Spec is one value of --format.
type Spec = format.Spec

// People returns the writer for messages to people: standard output if its format
// is a human one, otherwise standard error.
func People(specs []Spec, stdout, stderr io.Writer) io.Writer {
	for _, s := range specs {
		if s.File == "" && formats[s.Name].human {
			return terminal.Clean(stdout)
		}
	}
	return terminal.Clean(stderr)
}

// Parse parses the values of --format of a run. Standard output gets the format pretty
// unless a value names another.
func Parse(values []string) ([]Spec, error) { return parse(values, "pretty") }

// ParseOnly parses the values of --format for a record. Standard output gets the format
// pretty only if there are no values.
func ParseOnly(values []string) ([]Spec, error) {
	if len(values) > 0 {
		return parse(values, "")
	}
	return Parse(nil)
}

func parse(values []string, standard string) ([]Spec, error) {
	return format.Choice{Names: Names(), Aliases: aliases, Standard: standard}.Parse(values)
}
