package cli

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/wording"
	"github.com/gherkube/gherkube/steps"
)

const lintLong = `Check features for errors, without a cluster. Errors include:
  - undefined steps, and steps that cannot follow their keyword
  - expectations without a time
  - disruptive steps without the tag @disruptive or @own-cluster
  - errors that Gherkin runners silently ignore: a mistyped keyword that turns
    a step into a description, a placeholder without a column, an outline
    without rows, a mistyped tag, two scenarios with the same name

"gherkube run" rejects the same errors, also with --dry-run. Folders named
testdata are skipped unless you name them; - is standard input. If there are
errors, the exit code is 3.`

const lintExample = `  # Check the folder "features"
  gherkube lint

  # Check the negative tests too
  gherkube lint features features/testdata/negative

  # List the steps that no feature uses
  gherkube lint --unused`

func newLint(a *app) *cobra.Command {
	var unused bool
	var images []string
	cmd := &cobra.Command{
		Use: "lint [FILE | FOLDER | -]...", Short: "Check features for errors, without a cluster",
		Long: lintLong, Example: lintExample, ValidArgsFunction: a.completeFeatures,
		RunE: func(cmd *cobra.Command, paths []string) error { return a.lint(cmd.InOrStdin(), paths, images, unused) },
	}
	cmd.Flags().BoolVar(&unused, "unused", false, "list the steps that the features do not use")
	cmd.Flags().StringArrayVar(&images, "image", nil, "accept this image of the local container engine in features; can be repeated")
	return cmd
}

func (a *app) lint(stdin io.Reader, paths, images []string, unused bool) error {
	var texts map[string][]byte
	if slices.Contains(paths, standardInput) {
		if len(paths) > 1 {
			return input.Errorf("- is standard input, and cannot be checked together with files")
		}
		content, err := a.readInput(stdin)
		if err != nil {
			return err
		}
		texts = map[string][]byte{standardInput: content}
	}
	p, err := run.LintTexts(a.vocabulary(), paths, texts, images...)
	if err != nil {
		return err
	}
	if unused {
		return list(a, run.Unused(a.vocabulary(), p), steps.English)
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "%s with %s: nothing is wrong\n", wording.Counted(len(p.Sources), "feature"), wording.Counted(len(p.Scenarios), "scenario"))
	return err
}
