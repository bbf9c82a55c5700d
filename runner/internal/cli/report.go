package cli

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const reportExample = `  # Show the last run
  gherkube report

  # Write a JUnit file from an earlier record
  gherkube report ./record --format junit:report.xml

  # Write a page that shows what the cluster did, for a browser
  gherkube report ./record --format html:report.html

  # Compare two runs: changed verdicts, and what became slower
  gherkube report ./monday ./tuesday --format html:changes.html`

func newReport(a *app) *cobra.Command {
	var formats []string
	cmd := &cobra.Command{
		Use: "report [RECORD [LATER]]", Short: "Create reports from the record of a run",
		Long:    "Create reports from the record of a run, by default the last one. This needs no\ncluster. If all formats go to files, only the closing lines are printed. The\nexit code is that of the run. Two records are compared, as a page.",
		Example: reportExample, Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if len(args) == 2 {
				a.result, err = compare(a, args, formats)
				return err
			}
			a.result, err = remake(a, args, formats)
			return err
		},
	}
	cmd.Flags().StringArrayVar(&formats, "format", nil, "report format, as for gherkube run; FORMAT:FILE writes to a file; can be repeated (default pretty)")
	choices(cmd, "format", report.Names()...)
	return cmd
}

func remake(a *app, args, formats []string) (*run.Result, error) {
	specs, err := report.ParseOnly(formats)
	if err != nil {
		return nil, err
	}
	dir, err := recordDir(args)
	if err != nil {
		return nil, err
	}
	if err := format.Apart(specs, format.Input{Name: "the record", Path: dir}); err != nil {
		return nil, err
	}
	kept, err := record.Read(dir)
	if err != nil {
		return nil, err
	}
	style := report.Style{Color: a.terminal.Color, Record: func() string { return dir }}
	style.Width, style.Height = a.terminal.Size()
	views, err := report.Open(specs, a.terminal.Stdout, style)
	if err != nil {
		return nil, err
	}
	ended := model.Fold(kept)
	err = errors.Join(report.Replay(ended, views), views.Close(), a.conclude(specs, ended))
	return &run.Result{Plan: kept.Plan, Run: ended, Record: dir}, err
}

// conclude prints the closing lines of a run, on standard output if nothing else is there.
func (a *app) conclude(specs []report.Spec, ended *model.Run) error {
	if slices.ContainsFunc(specs, func(s report.Spec) bool { return s.File == "" }) {
		return report.Closing(report.People(specs, a.terminal.Stdout, a.terminal.Stderr), ended)
	}
	var lines strings.Builder
	if err := report.Closing(&lines, ended); err != nil {
		return err
	}
	_, err := io.WriteString(a.terminal.Stdout, strings.TrimLeft(lines.String(), "\n"))
	return err
}

// compare writes a page that compares two records. The exit code is that of the later
// run.
func compare(a *app, args, formats []string) (*run.Result, error) {
	specs, err := report.ParseOnly(formats)
	if err != nil {
		return nil, err
	}
	if err := report.CanCompare(specs); err != nil {
		return nil, err
	}
	var runs [2]*model.Run
	var names [2]string
	var kept *record.Record
	for i, dir := range args {
		if err := format.Apart(specs, format.Input{Name: "the record", Path: dir}); err != nil {
			return nil, err
		}
		if kept, err = record.Read(dir); err != nil {
			return nil, err
		}
		runs[i] = model.Fold(kept)
		names[i] = clock.Minute(runs[i].Started) + ", " + filepath.Base(dir)
	}
	if err := report.Compare(specs, a.terminal.Stdout, runs[0], runs[1], names); err != nil {
		return nil, err
	}
	return &run.Result{Plan: kept.Plan, Run: runs[1], Record: args[1]}, nil
}

// recordDir returns the folder of a record: the named one, by its path or by its name in
// a store of records, or the last one of a run.
func recordDir(args []string) (string, error) {
	if len(args) == 0 {
		return record.Latest(record.Store())
	}
	name := args[0]
	if isRecord(name) || name != filepath.Base(name) {
		return name, nil
	}
	for _, store := range []string{record.Store(), grading.Store()} {
		if stored := filepath.Join(store, name); isRecord(stored) {
			return stored, nil
		}
	}
	return name, nil
}

// isRecord reports whether a folder holds the record of a run or of a grade.
func isRecord(dir string) bool { return record.Is(dir) || grading.IsRecord(dir) }
