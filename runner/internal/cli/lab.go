package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

const labLong = `Work on labs, write labs, and test their checks.

A lab is a folder of data: what is broken, the tasks, and the checks.
CONTRIBUTING.md explains how to write one.`

func newLab(a *app) *cobra.Command {
	g := group("lab", "Work on labs, write labs, and test their checks",
		newLabList(a), newLabShow(a), newLabStart(a), newLabShell(a), newLabCheck(a), newLabHint(a),
		newLabReset(a), newLabStop(a), newLabNew(a), newLabBundle(a), newLabLint(a), newLabVerify(a))
	g.Long = labLong
	return g
}

// labs reads the labs that the arguments name, by default those in the folder labs.
func (a *app) labs(args []string) ([]*lab.Lab, error) {
	if len(args) == 0 {
		args = []string{"labs"}
	}
	dirs, err := reader.Find(args)
	if err != nil {
		return nil, err
	}
	var all []*lab.Lab
	var errs []error
	for _, dir := range dirs {
		l, err := reader.Load(dir, a.vocabulary())
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, l)
	}
	return all, input.Merge(errs...)
}

func newLabList(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "list [LAB | FOLDER]...", Aliases: []string{"ls"}, Short: "List labs",
		RunE: func(_ *cobra.Command, args []string) error {
			all, err := a.labs(args)
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintf(table, "LAB\tDOMAIN\tLEVEL\tMINUTES\tPOINTS\tTITLE\n")
			for _, l := range all {
				fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%d\t%s\n", l.ID, l.Domain, l.Level, l.Minutes, l.Total(), l.Title)
			}
			return table.Flush()
		},
	}
}

func newLabLint(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "lint [LAB | FOLDER]...", Short: "Check labs for errors, without a cluster",
		Long: `Check labs for errors, without a cluster, and report file and line. Errors
include:
  - unknown keys, and weights that do not add up
  - criteria without a task, and tasks without criteria
  - names that nothing creates
  - checks that change something, that state no time, or that pass on a cluster
    in which nothing works`,
		Example: "  gherkube lab lint\n  gherkube lab lint labs/service-selector",
		RunE: func(_ *cobra.Command, args []string) error {
			all, err := a.labs(args)
			if err != nil {
				return err
			}
			for _, l := range all {
				fmt.Fprintf(a.terminal.Stdout, "%s: nothing is wrong (%s, %s)\n", l.ID, criteria(len(l.Criteria)), counted(l.Total(), "point"))
			}
			return nil
		},
	}
}

func (a *app) grader() *grading.Grader {
	g := a.quiet()
	g.Watch = a.terminal.Watch
	return g
}

// told prints the path of the record.
func (a *app) told(dir string) { a.tell("Record: %s", dir) }

// resultCode returns the exit code of one result, as an error.
func resultCode(r *score.Result) error {
	if r.Defect {
		return passedOn(run.CodeInput)
	}
	return asCode(r.Verdict())
}

// asCode returns the exit code of a verdict as an error, or nil for 0.
func asCode(v verdict.Verdict) error {
	switch v {
	case verdict.Failed:
		return passedOn(run.CodeFailed)
	case verdict.Undecided:
		return passedOn(run.CodeUndecided)
	}
	return nil
}
