package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/steps"
)

const lintLong = `Find what is wrong with features, without a cluster: sentences that are not in
the vocabulary, or cannot follow their keyword, expectations without a time,
injuries without the tag, and what Gherkin's runners pass over in silence, such
as a step that a mistyped keyword made a description, a placeholder without a
column, an outline without rows, a mistyped tag, or two scenarios of one name.

"gherkube run", and its --dry-run, refuse the same. Folders named testdata are
left out unless they are named. The exit code is 3 if something is wrong.`

const lintExample = `  gherkube lint
  gherkube lint features features/testdata/twins

  # Sentences of the vocabulary that no feature says
  gherkube lint --unused`

func newLint(a *app) *cobra.Command {
	var unused bool
	var images []string
	cmd := &cobra.Command{
		Use: "lint [FILE | FOLDER]...", Short: "Find what is wrong with features, without a cluster",
		Long: lintLong, Example: lintExample, ValidArgsFunction: completeFeatures,
		RunE: func(_ *cobra.Command, paths []string) error { return a.lint(paths, images, unused) },
	}
	cmd.Flags().BoolVar(&unused, "unused", false, "list the sentences of the vocabulary that the features do not say")
	cmd.Flags().StringArrayVar(&images, "image", nil, "an image of the container engine that the features use; may be repeated")
	return cmd
}

func (a *app) lint(paths, images []string, unused bool) error {
	p, err := runner.Lint(paths, images...)
	if err != nil {
		return err
	}
	if unused {
		return list(a, runner.Unused(p), steps.English)
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "%s with %s: nothing is wrong\n", counted(len(p.Sources), "feature"), counted(len(p.Scenarios), "scenario"))
	return err
}
