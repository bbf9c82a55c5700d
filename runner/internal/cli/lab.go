package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

const labLong = `Work on labs, write labs, and test their checks.

A lab is a folder of data: what is broken, the tasks, and the checks. Some come
with gherkube. labs/AUTHORING.md explains how to write one.

` + whichLab

func newLab(a *app) *cobra.Command {
	g := group("lab", "Work on labs, write labs, and test their checks",
		newLabList(a), newLabShow(a), newLabStart(a), newLabShell(a), newLabCheck(a), newLabHint(a),
		newLabResume(a), newLabReset(a), newLabStop(a), newLabNew(a), newLabBundle(a), newLabLint(a), newLabVerify(a))
	g.Long = labLong
	return g
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
				fmt.Fprintf(a.terminal.Stdout, "%s: nothing is wrong (%s, %s)\n", l.ID, criteria(len(l.Criteria)), wording.Counted(l.Total(), "point"))
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
