package main

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/coverage"
	"github.com/gherkube/gherkube/runner/plan"
)

const coverageLong = `Print which scenarios show which behaviour, without a cluster.

LIST is a Markdown file with a line for each behaviour, as
"- 004-3 Pods stay Pending"; scenarios carry the ids as tags (@004-3). The exit
code is 3 if a behaviour has no scenario, or a tag has an id that is not listed.`

const coverageExample = `  gherkube coverage features/BEHAVIOURS.md features
  gherkube coverage features/BEHAVIOURS.md features --twins features/testdata/twins`

func newCoverage(a *app) *cobra.Command {
	var twins []string
	cmd := &cobra.Command{
		Use: "coverage LIST [FILE | FOLDER]...", Short: "Print which scenarios show which behaviour",
		Long: coverageLong, Example: coverageExample, Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.coverage(args[0], args[1:], twins) },
	}
	cmd.Flags().StringArrayVar(&twins, "twins", nil, "features that must fail, of which each behaviour needs a scenario too; can be repeated")
	return cmd
}

func (a *app) coverage(list string, features, twins []string) error {
	planned, err := runner.Lint(features)
	if err != nil {
		return err
	}
	var mustFail *plan.Plan
	if len(twins) > 0 {
		if mustFail, err = runner.Lint(twins); err != nil {
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
