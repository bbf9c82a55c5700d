package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/record"
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

const verifyLong = `Have labs prove their checks on real clusters: untouched, with their solution,
and with each solution that is known to be wrong, they must score what lab.yaml
declares; and with everything in their namespace scaled to nothing and deleted,
no more than untouched.

A lab is proved in the variants of made-up students, always the same: the
untouched cluster and the solution in that of the first, and in one more for each
word of the variables with proveEach that none before has shown; so these are all
seen. The others take turns with those variants, or are worked in that of a
second student where nothing has proveEach. Other words, numbers and names differ
between the variants as they fall.

Exit codes:
  0  every score is as declared
  1  one is not
  2  one could not be told; run it again
  3  bad usage, or a lab that is not well formed, that contradicts itself or that
     asks what nobody can answer`

func newLabVerify(a *app) *cobra.Command {
	var dir string
	parallel := 1
	cmd := &cobra.Command{
		Use: "verify [LAB | FOLDER]...", Short: "Have labs prove their checks",
		Long: verifyLong, Example: "  gherkube lab verify labs/service-selector\n  gherkube lab verify --parallel 2",
		RunE: func(cmd *cobra.Command, args []string) error {
			all, err := a.labs(args)
			if err != nil {
				return err
			}
			if dir, err = a.recordIn(dir); err != nil {
				return err
			}
			return a.verify(progress.With(cmd.Context(), a.terminal), all, parallel, dir)
		},
	}
	cmd.Flags().StringVar(&dir, "record", "", "folder for the record (default one of its own under the user's state folder)")
	a.imageFlag(cmd)
	cmd.Flags().Var(countOf(&parallel, 1), "parallel", "use this many clusters at a time")
	return cmd
}

func (a *app) verify(ctx context.Context, all []*lab.Lab, parallel int, dir string) error {
	if err := a.ready(ctx, all...); err != nil {
		return err
	}
	var proofs []grading.Proof
	err := a.grader().Verify(ctx, all, parallel, dir, func(p grading.Proof) {
		proofs = append(proofs, p)
		a.tellProof(p)
	})
	if err == nil {
		err = a.tellCount(proofs)
	}
	return errors.Join(err, a.told(dir), record.Conclude(dir, kept(proofs, err)), proofsCode(proofs))
}

// kept is the verdict that the record of proofs is kept by.
func kept(proofs []grading.Proof, cutShort error) verdict.Verdict {
	if cutShort != nil || proofsCode(proofs) != nil {
		return verdict.Failed
	}
	return verdict.Passed
}

// proofsCode is the exit code of what labs have proved: a lab that is wrong in
// itself is bad input.
func proofsCode(proofs []grading.Proof) error {
	worst := verdict.Passed
	for _, p := range proofs {
		if p.Result.Defect {
			return passedOn(runner.CodeInput)
		}
		worst = verdict.Worst(worst, p.Verdict())
	}
	return asCode(worst)
}

// tellCount says again what is open, and closes with a line that CI can read,
// as that of a run.
func (a *app) tellCount(proofs []grading.Proof) error {
	text, defects := "\n", 0
	count := map[verdict.Verdict]int{}
	for _, p := range proofs {
		if p.Result.Defect {
			defects++
		} else {
			count[p.Verdict()]++
		}
		if p.Verdict() != verdict.Passed {
			text += fmt.Sprintln(p)
		}
	}
	text += fmt.Sprintf("%d passed, %d failed\n", count[verdict.Passed], count[verdict.Failed])
	if n := count[verdict.Undecided]; n > 0 {
		text += fmt.Sprintf("%d undecided: they could not be told, a rerun may\n", n)
	}
	if defects > 0 {
		text += fmt.Sprintf("%d met a defect of the lab: correct it at the file and line above; what else the lab has to prove was not tried\n", defects)
	}
	_, err := io.WriteString(a.terminal.Stdout, text)
	return err
}

func (a *app) grader() *grading.Grader {
	g := a.quiet()
	g.Watch = a.terminal.Watch
	return g
}

// tellProof shows one score, and how it came about where it is not as declared.
func (a *app) tellProof(p grading.Proof) {
	fmt.Fprintln(a.terminal.Stdout, p)
	if p.Verdict() != verdict.Passed {
		_ = score.Named("text").Write(a.terminal.Stdout, []score.Result{p.Result}, score.Style{Color: a.terminal.Color})
	}
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
