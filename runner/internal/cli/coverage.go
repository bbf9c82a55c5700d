package cli

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/coverage"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const coverageLong = `Print which scenarios cover which behaviour, without a cluster.

LIST is a Markdown file with one line per behaviour, such as
"- 004-3 Pods stay Pending". Scenarios carry the IDs as tags (@004-3). If a
behaviour has no scenario, or a tag has an unlisted ID, the exit code is 3.`

const coverageExample = `  gherkube coverage features/BEHAVIOURS.md features

  # Require a negative test of each behaviour too
  gherkube coverage features/BEHAVIOURS.md features --negative features/testdata/negative`

func newCoverage(a *app) *cobra.Command {
	var negative []string
	cmd := &cobra.Command{
		Use: "coverage LIST [FILE | FOLDER]...", Short: "Print which scenarios cover which behaviour",
		Long: coverageLong, Example: coverageExample, Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.coverage(args[0], args[1:], negative) },
	}
	cmd.Flags().StringArrayVar(&negative, "negative", nil, "negative tests; each behaviour needs one of them too; can be repeated")
	return cmd
}

func (a *app) coverage(list string, features, negative []string) error {
	planned, err := run.Lint(a.vocabulary(), features)
	if err != nil {
		return err
	}
	var mustFail *plan.Plan
	if len(negative) > 0 {
		if mustFail, err = run.Lint(a.vocabulary(), negative); err != nil {
			return err
		}
	}
	table, err := coverage.Make(list, planned, mustFail)
	if err != nil {
		return err
	}
	if err := table.Write(a.terminal.Stdout); err != nil {
		return err
	}
	return table.Gaps()
}
