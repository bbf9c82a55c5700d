package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/manifest"
	"github.com/gherkube/gherkube/steps/internal/scenario"
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
				return nil // the name is known only at run time
			}
			content, err := manifest.Read(in.Folder, words[0])
			if err != nil {
				return err
			}
			return errors.Join(in.clusterScopedFile(content), in.served(content), manifest.Strictly(content))
		},
		beyond: func(in Line, words []string) bool {
			content, err := manifest.Read(in.Folder, words[0])
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
		Func:  func(ctx context.Context, text *godog.DocString) error { return apply(ctx, "-", text.Content) },
		gives: anOutput,
		check: func(in Line, _ []string) error {
			return errors.Join(in.clusterScopedManifest(*in.DocString), in.served(*in.DocString), manifest.Strictly(*in.DocString))
		},
		beyond: func(in Line, _ []string) bool { return in.DocString != nil && takesOfNodes.MatchString(*in.DocString) },
	},
}

func applyFile(ctx context.Context, path string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	content, err := manifest.Read(s.FeatureFolder, path)
	if err != nil {
		return err
	}
	return apply(ctx, path, content)
}

// apply pipes manifests to kubectl apply in the scenario.
func apply(ctx context.Context, name, content string) error {
	all, err := manifest.Parse(content)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	for _, m := range all {
		s.AppliesElsewhere(m.APIVersion, m.Kind, m.Metadata.Namespace, m.Metadata.Name)
	}
	return s.Command(ctx, "kubectl apply -f -", "", content, true)
}
