// Package format parses --format for reports of runs and of results. The flag has
// the form FORMAT or FORMAT:FILE and can be repeated; each format has its own
// destination.
package format

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Spec is one --format: a format, and the file it goes to, or standard output.
type Spec struct{ Name, File string }

// Choice is the formats that a command offers.
type Choice struct {
	Names    []string
	Aliases  map[string]string // names that formats have elsewhere
	Standard string            // goes to standard output unless another does; empty for none
}

// Parse reads the values of --format. An input.Error says which is wrong.
func (c Choice) Parse(values []string) ([]Spec, error) {
	var specs []Spec
	for _, value := range values {
		spec, err := c.spec(value)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(specs, spec.clashes); i >= 0 {
			return nil, clash(specs[i], value)
		}
		specs = append(specs, spec)
	}
	if c.Standard != "" && !slices.ContainsFunc(specs, func(s Spec) bool { return s.File == "" }) {
		specs = append(specs, Spec{Name: c.Standard})
	}
	return specs, nil
}

func (c Choice) spec(value string) (Spec, error) {
	name, file, toFile := strings.Cut(value, ":")
	name = cmp.Or(c.Aliases[name], name)
	if !slices.Contains(c.Names, name) {
		return Spec{}, input.Errorf("--format %s: there is no format %q; choose of %s", value, name, strings.Join(c.Names, ", "))
	}
	if toFile && file == "" {
		return Spec{}, input.Errorf("--format %s: the file's name is missing after the colon", value)
	}
	return Spec{name, file}, nil
}

// clashes reports whether two reports go to one place.
func (s Spec) clashes(other Spec) bool {
	return s.File == other.File || s.File != "" && other.File != "" && same(s.File, other.File)
}

func clash(first Spec, second string) error {
	if first.File == "" {
		return input.Errorf("--format %s: %s goes to standard output already; send one to a file, as %s:FILE",
			second, first.Name, first.Name)
	}
	return input.Errorf("--format %s: %s goes to that file already", second, first.Name)
}
