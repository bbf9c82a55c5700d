// Package manifest reads manifests before the API server does: which objects they
// have, and what it would refuse. A ${name} may stand where a value is known
// only when a scenario runs.
package manifest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Object is what every object of Kubernetes says of itself.
type Object struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   struct {
		Name string `yaml:"name"`
	} `yaml:"metadata"`
}

// Read reads a manifest beside a feature, and finds it sound.
func Read(folder, path string) (string, error) {
	path = filepath.Join(folder, filepath.FromSlash(path))
	content, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("the manifest cannot be read: %w", err)
	}
	if _, err := Parse(string(content)); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return string(content), nil
}

// Parse returns the objects of a text. The error tells what keeps it from being
// manifests, and the line where its YAML breaks. Whether the API server takes
// them, it says itself.
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
			return nil, fmt.Errorf("the manifest is not sound: %w", err)
		}
		all = append(all, o)
		if err := o.complaint(); err != nil {
			return nil, fmt.Errorf("object %d of the manifest: %w", len(all), err)
		}
	}
}

// valueMark stands for a ${name} while YAML is read, for which braces mean
// something else.
const valueMark = "‹$1›"

// Value is how a ${name} stands in the objects that Parse returns.
func Value(name string) string { return strings.Replace(valueMark, "$1", name, 1) }

func (o Object) complaint() error {
	switch {
	case o.APIVersion == "" || o.Kind == "":
		return errors.New("it needs an apiVersion and a kind")
	case o.Metadata.Name == "" && !strings.HasSuffix(o.Kind, "List"):
		return fmt.Errorf("the %s needs a metadata.name", o.Kind)
	}
	return nil
}
