package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const reportExample = `  # Show the last run, with full details of everything that did not pass
  gherkube report

  # Write a JUnit file from an earlier record
  gherkube report ./record --format junit:report.xml`

func newReport(a *app) *cobra.Command {
	var formats []string
	cmd := &cobra.Command{
		Use: "report [RECORD]", Short: "Create reports from the record of a run",
		Long:    "Create reports from the record of a run, by default the last one. This needs no\ncluster. The exit code is that of the run.",
		Example: reportExample, Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			a.result, err = remake(a, args, formats)
			return err
		},
	}
	cmd.Flags().StringArrayVar(&formats, "format", nil, "report format, as for gherkube run; FORMAT:FILE writes to a file; can be repeated (default pretty)")
	choices(cmd, "format", report.Names()...)
	return cmd
}

func remake(a *app, args, formats []string) (*run.Result, error) {
	specs, err := report.Parse(formats)
	if err != nil {
		return nil, err
	}
	dir, err := recordDir(args)
	if err != nil {
		return nil, err
	}
	kept, err := record.Read(dir)
	if err != nil {
		return nil, err
	}
	views, err := report.Open(specs, a.terminal.Stdout, report.Style{Color: a.terminal.Color})
	if err != nil {
		return nil, err
	}
	ended := model.Fold(kept)
	err = errors.Join(report.Replay(ended, views), views.Close(), report.Closing(report.People(specs, a.terminal.Stdout, a.terminal.Stderr), ended))
	return &run.Result{Plan: kept.Plan, Run: ended, Record: dir}, err
}

func recordDir(args []string) (string, error) {
	if len(args) == 1 {
		return args[0], nil
	}
	return record.Latest(record.Store())
}
