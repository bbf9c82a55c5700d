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

// View is a report in the making.
type View interface {
	// Finished tells that a scenario has its verdict.
	Finished(*model.Scenario) error
	// End tells that the run is over. Scenarios that were cut short were not
	// told of by Finished.
	End(*model.Run) error
}

// Style is what the place a view is written to can show.
type Style struct{ Color bool }

// maker makes a view. A human one is read as it grows, and goes well with
// the plan and the closing lines around it.
type maker struct {
	human bool
	view  func(io.Writer, Style) View
}

// on makes the view on a writer: people's text is made visible, wherever it
// goes, and programs get theirs unchanged.
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
}

// aliases are the names that formats have elsewhere.
var aliases = map[string]string{"json": "cucumber"}

// Names are the formats there are.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

// Spec is one --format.
type Spec = format.Spec

// People is where words for people go: to standard output beside a format
// that is for them too, or out of the way of one that is for programs.
func People(specs []Spec, stdout, stderr io.Writer) io.Writer {
	for _, s := range specs {
		if s.File == "" && formats[s.Name].human {
			return terminal.Clean(stdout)
		}
	}
	return terminal.Clean(stderr)
}

// Parse reads the values of --format. Standard output is pretty unless another
// format is given for it.
func Parse(values []string) ([]Spec, error) {
	return format.Choice{Names: Names(), Aliases: aliases, Standard: "pretty"}.Parse(values)
}
