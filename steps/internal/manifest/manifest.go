// Package manifest checks manifests before they reach the API server: which objects
// they contain, and what it would reject. A ${name} may stand for a value that is known
// only when a scenario runs.
package manifest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Object is the type and metadata of a Kubernetes object.
type Object struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   struct {
		Name      string `yaml:"name"`
		Namespace string `yaml:"namespace"`
	} `yaml:"metadata"`
}

// Read reads a manifest from the folder of a feature, and checks it.
func Read(folder, path string) (string, error) {
	path = filepath.Join(folder, filepath.FromSlash(path))
	content, err := readFile(path)
	if err != nil {
		return "", fmt.Errorf("the manifest cannot be read: %w", err)
	}
	if _, err := Parse(string(content)); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return string(content), nil
}

// readFile reads a regular file. Reading a named pipe or a device may block for ever.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder", path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	return os.ReadFile(path)
}

// Parse returns the objects of a text. The error says why the text is not a manifest,
// with the line of invalid YAML. Parse does not check what only the API server can
// decide.
func Parse(text string) ([]Object, error) {
	var all []Object
	decoder := yaml.NewDecoder(strings.NewReader(grammar.Placeholder.ReplaceAllString(text, valueMark)))
	for {
		var o Object
		err := decoder.Decode(&o)
		switch {
		case errors.Is(err, io.EOF) && len(all) == 0:
			return nil, errors.New("the manifest is empty")
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, unsound(err)
		}
		all = append(all, o)
		if err := o.complaint(); err != nil {
			return nil, fmt.Errorf("object %d of the manifest: %w", len(all), err)
		}
	}
}

// typeError matches the first error of the YAML decoder for a value of another type.
var typeError = regexp.MustCompile(`^line (\d+): cannot unmarshal !!(\w+)`)

// unsound says why a text is not a manifest, without the names of Go types.
func unsound(err error) error {
	var wrong *yaml.TypeError
	if !errors.As(err, &wrong) || len(wrong.Errors) == 0 {
		return fmt.Errorf("the manifest is not sound: %s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
	found := typeError.FindStringSubmatch(wrong.Errors[0])
	if found == nil {
		return fmt.Errorf("the manifest is not sound: %s", wrong.Errors[0])
	}
	what := map[string]string{"seq": "a list", "map": "keys with values"}[found[2]]
	if what == "" {
		what = "a single value"
	}
	return fmt.Errorf("line %s of the manifest: %s stands where the API expects something else: an object has apiVersion, kind and metadata", found[1], what)
}

// valueMark replaces a ${name} while YAML is parsed, because braces have a meaning in
// YAML.
const valueMark = "‹$1›"

// Value returns the form of a ${name} in the objects that Parse returns.
func Value(name string) string { return strings.Replace(valueMark, "$1", name, 1) }

// HasValue reports whether a text that Parse returned contains a ${name}.
func HasValue(text string) bool {
	before, _, _ := strings.Cut(valueMark, "$1")
	return strings.Contains(text, before)
}

func (o Object) complaint() error {
	switch {
	case o.APIVersion == "" || o.Kind == "":
		return errors.New(untyped)
	case o.Metadata.Name == "" && !strings.HasSuffix(o.Kind, "List"):
		return fmt.Errorf("the %s needs a metadata.name", o.Kind)
	}
	return nil
}
