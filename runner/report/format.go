// Package report shows the model of a run in the formats that people and
// their tools read. Every format is a view: it gets the model and has no
// knowledge of its own.
package report

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/model"
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

// format makes a view. A human one is read as it grows, and goes well with
// the plan and the closing lines around it.
type format struct {
	human bool
	view  func(io.Writer, Style) View
}

var formats = map[string]format{
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

// Spec is one --format: a format, and the file it goes to, or standard output.
type Spec struct{ Name, File string }

// People is where words for people go: to standard output beside a format
// that is for them too, or out of the way of one that is for programs.
func People(specs []Spec, stdout, stderr io.Writer) io.Writer {
	for _, s := range specs {
		if s.File == "" && formats[s.Name].human {
			return stdout
		}
	}
	return stderr
}

// Parse reads the values of --format, FORMAT or FORMAT:FILE. Standard output
// is pretty unless another format is given for it.
func Parse(values []string) ([]Spec, error) {
	var specs []Spec
	for _, value := range values {
		name, file, toFile := strings.Cut(value, ":")
		name = cmp.Or(aliases[name], name)
		if _, ok := formats[name]; !ok {
			return nil, input.Errorf("--format %s: there is no format %q; choose of %s", value, name, strings.Join(Names(), ", "))
		}
		if toFile && file == "" {
			return nil, input.Errorf("--format %s: the file's name is missing after the colon", value)
		}
		if i := slices.IndexFunc(specs, func(s Spec) bool { return s.File == file }); i >= 0 {
			return nil, clash(specs[i], value)
		}
		specs = append(specs, Spec{name, file})
	}
	if !slices.ContainsFunc(specs, func(s Spec) bool { return s.File == "" }) {
		specs = append(specs, Spec{Name: "pretty"})
	}
	return specs, nil
}

func clash(first Spec, second string) error {
	if first.File == "" {
		return input.Errorf("--format %s: %s goes to standard output already; send one to a file, as %s:FILE",
			second, first.Name, first.Name)
	}
	return input.Errorf("--format %s: %s goes to that file already", second, first.Name)
}
