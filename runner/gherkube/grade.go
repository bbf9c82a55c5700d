package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/score"
)

const gradeLong = `Grade a submission: set the lab up on a cluster of its own, work the submission
at a workstation, and judge from outside what has come of it.

A submission is a folder. Its solve.sh is run; without one, its manifests are
applied in the order of their names. Files under answers/ are what the student
writes for people to read; a script may write them to ~/answers.

Exit codes:
  0  at or over the pass mark
  1  under it
  2  not gradable: something could not be decided; run it again
  3  bad usage, or a lab or a submission that is not well formed`

const gradeExample = `  gherkube grade labs/service-selector --submission ada --student ada
  gherkube grade labs/service-selector --submission labs/service-selector/solution --own
  gherkube grade labs/service-selector --submission ada --format json
  gherkube grade --live service-selector`

func newGrade(a *app) *cobra.Command {
	var o gradeOptions
	cmd := &cobra.Command{
		Use: "grade {LAB --submission DIR | --live [NAME]}", Short: "Grade a submission of a lab, or a lab that is up",
		Long: gradeLong, Example: gradeExample, Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.live {
				return a.gradeLive(progress.With(cmd.Context(), a.terminal), args, o)
			}
			if len(args) == 0 {
				return input.Errorf("name the lab whose submission it is, or --live for a lab that is up")
			}
			return a.grade(progress.With(cmd.Context(), a.terminal), args[0], o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.submission, "submission", "", "the folder that was handed in")
	flags.StringVar(&o.student, "student", "", "whose variant of the lab it is")
	flags.StringVar(&o.record, "record", "", "folder for the record (default one of its own under the user's state folder)")
	flags.BoolVar(&o.live, "live", false, "grade a lab that is up, as it is")
	flags.BoolVar(&o.own, "own", false, "the submission is the lab's own: put the student's values in it")
	formatFlag(cmd, &o.format)
	return cmd
}

type gradeOptions struct {
	submission, student, record, format string
	own, live                           bool
}

func formatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "text", "how to show the result")
	choices(cmd, "format", score.Names()...)
}

func (a *app) grade(ctx context.Context, dir string, o gradeOptions) error {
	l, handed, err := a.toGrade(dir, o)
	if err != nil {
		return err
	}
	if err := a.platform.Ready(ctx, a.tell); err != nil {
		return err
	}
	at := recordIn(o.record)
	r := a.grader().Grade(ctx, l, handed, o.student, at)
	return errors.Join(a.showResults(o.format, r), a.told(at), asCode(r.Verdict()))
}

// gradeLive grades a lab that is up, for the instructor.
func (a *app) gradeLive(ctx context.Context, name []string, o gradeOptions) error {
	if _, err := view(o.format); err != nil {
		return err
	}
	live, stage, err := a.stage(ctx, name)
	if err != nil {
		return err
	}
	defer stage.Close(ctx)
	at := recordIn(o.record)
	r := live.Check(ctx, stage, at)
	return errors.Join(a.showResults(o.format, r), a.told(at), asCode(r.Verdict()))
}

// toGrade reads all that a grade needs, before anything is started.
func (a *app) toGrade(dir string, o gradeOptions) (*lab.Lab, *grading.Submission, error) {
	_, formatErr := view(o.format)
	l, labErr := lab.Load(dir, runner.Steps{})
	if err := input.Merge(formatErr, labErr); err != nil {
		return nil, nil, err
	}
	if o.submission == "" {
		return nil, nil, input.Errorf("--submission: name the folder that was handed in")
	}
	if o.own {
		handed, err := grading.Own(o.submission, l.Values(o.student).Fill)
		return l, handed, err
	}
	handed, err := grading.ReadSubmission(o.submission)
	return l, handed, err
}

func view(format string) (score.View, error) {
	v, known := score.Views[format]
	if !known {
		return nil, input.Errorf("--format %s: there is no such format; choose of %q", format, score.Names())
	}
	return v, nil
}

func (a *app) showResults(format string, results ...score.Result) error {
	show, err := view(format)
	if err != nil {
		return err
	}
	return show(a.terminal.Stdout, results, score.Style{Color: a.terminal.Color})
}

const regradeLong = `Compute the score of a grade again from its record, without a cluster: with the
lab as it was, or with --lab by the points, tags and pass mark of another
version of it. Verdicts stay what they were: a check that was wrong itself has
to be run again.`

func newRegrade(a *app) *cobra.Command {
	var labDir, format string
	cmd := &cobra.Command{
		Use: "regrade RECORD...", Short: "Compute scores again from their records",
		Long: regradeLong, Example: "  gherkube regrade grades/ada\n  gherkube regrade grades/* --lab labs/service-selector --format json",
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, records []string) error { return a.regrade(records, labDir, format) },
	}
	cmd.Flags().StringVar(&labDir, "lab", "", "the lab to score by (default as it was)")
	formatFlag(cmd, &format)
	return cmd
}

func (a *app) regrade(records []string, labDir, format string) error {
	if _, err := view(format); err != nil {
		return err
	}
	var other *lab.Lab
	if labDir != "" {
		var err error
		if other, err = lab.Load(labDir, runner.Steps{}); err != nil {
			return err
		}
	}
	var results []score.Result
	var errs []error
	for _, dir := range records {
		r, err := grading.Regrade(dir, other, runner.Steps{})
		if err == nil {
			results = append(results, r)
		}
		errs = append(errs, err)
	}
	if err := a.showResults(format, results...); err != nil {
		return err
	}
	return errors.Join(input.Merge(errs...), asCode(verdictOf(results)))
}

// verdictOf is that of one result, or whether all of several are gradable.
func verdictOf(results []score.Result) verdict.Verdict {
	if len(results) == 1 {
		return results[0].Verdict()
	}
	for _, r := range results {
		if !r.Gradable {
			return verdict.Undecided
		}
	}
	return verdict.Passed
}
