package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/score"
)

const labLong = `Labs are folders of data: what is broken, what is to be done, and by what it is
judged. CONTRIBUTING.md says how to write one.`

func newLab(a *app) *cobra.Command {
	g := group("lab", "Work on labs, write them, and prove them",
		newLabList(a), newLabShow(a), newLabStart(a), newLabShell(a), newLabCheck(a), newLabHint(a),
		newLabReset(a), newLabStop(a), newLabNew(a), newLabBundle(a), newLabLint(a), newLabVerify(a))
	g.Long = labLong
	return g
}

// labs reads the labs that arguments name; none means those in the folder labs.
func (a *app) labs(args []string) ([]*lab.Lab, error) {
	if len(args) == 0 {
		args = []string{"labs"}
	}
	dirs, err := lab.Find(args)
	if err != nil {
		return nil, err
	}
	var all []*lab.Lab
	var errs []error
	for _, dir := range dirs {
		l, err := lab.Load(dir, runner.Steps{})
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
		Use: "lint [LAB | FOLDER]...", Short: "Find all that is wrong with labs",
		Long: `Find all that is wrong with labs, with file and line: keys that mean nothing,
weights that do not add up, criteria of no task and tasks without criteria,
names that nothing makes, checks that act, that say no time, or that are true
of a cluster in which nothing works. Needs no cluster.`,
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

// told says where the record is.
func (a *app) told(dir string) error {
	a.tell("Record: %s", dir)
	return nil
}

// resultCode is the exit code of one result.
func resultCode(r *score.Result) error {
	if r.Defect {
		return passedOn(runner.CodeInput)
	}
	return asCode(r.Verdict())
}

// asCode is the exit code of a verdict, or nothing for the one that is 0.
func asCode(v verdict.Verdict) error {
	switch v {
	case verdict.Failed:
		return passedOn(runner.CodeFailed)
	case verdict.Undecided:
		return passedOn(runner.CodeUndecided)
	}
	return nil
}
