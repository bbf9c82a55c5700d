package steps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/cucumber/godog"
	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

var manifestSteps = []Step{
	{
		Topic:   "manifests",
		Kinds:   anAction,
		Pattern: `^I apply "([^"]+)"$`,
		Meaning: "Run kubectl apply -f with a manifest file. ${name} is replaced in doc strings, not in files. The path is relative to the feature's folder.",
		Example: `I apply "manifests/web.yaml"`,
		Korean: Sentence{
			Pattern: `^"([^"]+)"{을/를} 적용{한다/하고/하면}$`,
			Example: `"manifests/web.yaml"을 적용한다`,
		},
		Func:  applyFile,
		gives: anOutput,
		check: func(in Line, words []string) error {
			if grammar.Placeholder.MatchString(words[0]) {
				return nil // known when it runs
			}
			content, err := manifestFile(in.Folder, words[0])
			if err != nil {
				return err
			}
			return errors.Join(in.clusterScopedFile(content), strictly(content))
		},
		beyond: func(in Line, words []string) bool {
			content, err := manifestFile(in.Folder, words[0])
			return err == nil && takesOfNodes.MatchString(content)
		},
	},
	{
		Topic:   "manifests",
		Kinds:   anAction,
		Pattern: `^I apply:$`,
		Meaning: "Run kubectl apply -f - with the manifests of a doc string, separated by ---.",
		Example: `I apply:`,
		Korean: Sentence{
			Pattern: `^다음을 적용{한다/하고/하면}:$`,
			Example: `다음을 적용한다:`,
		},
		Func:  func(ctx context.Context, manifest *godog.DocString) error { return apply(ctx, "-", manifest.Content) },
		gives: anOutput,
		check: func(in Line, _ []string) error {
			return errors.Join(in.clusterScopedManifest(*in.DocString), strictly(*in.DocString))
		},
		beyond: func(in Line, _ []string) bool { return in.DocString != nil && takesOfNodes.MatchString(*in.DocString) },
	},
}

func applyFile(ctx context.Context, path string) error {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	content, err := manifestFile(s.featureFolder, path)
	if err != nil {
		return err
	}
	return apply(ctx, path, content)
}

// apply has the scenario's kubectl apply manifests, as its standard input.
func apply(ctx context.Context, name, content string) error {
	if _, err := manifestsIn(content); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	return s.command(ctx, "kubectl apply -f -", "", content, true)
}

// manifestFile reads a manifest beside a feature, and finds it sound.
func manifestFile(folder, path string) (string, error) {
	path = filepath.Join(folder, filepath.FromSlash(path))
	content, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("the manifest cannot be read: %w", err)
	}
	if _, err := manifestsIn(string(content)); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return string(content), nil
}

// manifest is what every object of Kubernetes says of itself.
type manifest struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   struct {
		Name string `yaml:"name"`
	} `yaml:"metadata"`
}

// manifestsIn are those of a text. The error tells what keeps it from being
// manifests, and the line where its YAML breaks. Whether the API server takes
// them, it says itself.
func manifestsIn(text string) ([]manifest, error) {
	var all []manifest
	decoder := yaml.NewDecoder(strings.NewReader(grammar.Placeholder.ReplaceAllString(text, valueMark)))
	for {
		var m manifest
		err := decoder.Decode(&m)
		switch {
		case errors.Is(err, io.EOF) && len(all) == 0:
			return nil, errors.New("the manifest is empty")
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("the manifest is not sound: %w", err)
		}
		all = append(all, m)
		if err := m.complaint(); err != nil {
			return nil, fmt.Errorf("object %d of the manifest: %w", len(all), err)
		}
	}
}

// valueMark stands for a ${name} while YAML is read, for which braces mean
// something else.
const valueMark = "‹$1›"

func (m manifest) complaint() error {
	switch {
	case m.APIVersion == "" || m.Kind == "":
		return errors.New("it needs an apiVersion and a kind")
	case m.Metadata.Name == "" && !strings.HasSuffix(m.Kind, "List"):
		return fmt.Errorf("the %s needs a metadata.name", m.Kind)
	}
	return nil
}
