package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/batch"
	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/record"
	"github.com/gherkube/gherkube/runner/score"
)

const gradeLong = `Grade a submission: set the lab up on a cluster of its own, work the submission
at a workstation, and judge from outside what has come of it.

A submission is a folder. Its solve.sh is run; without one, its manifests are
applied in the order of their names. Files under answers/ are what the student
writes for people to read; a script may write them to ~/answers. It has regular
files only, 200 at most and 4 MiB of them.

With --submissions a class is graded: every entry of a folder, or all that a
pattern or several names stand for, each on a cluster of its own, --parallel of
them at a time if there is memory for so many clusters. A submission that cannot
be graded does not keep the others from being graded. A student is called as the
folder of the submission, unless a roster says otherwise: a CSV file with a
heading, a column "student" and, if need be, a column "folder". Whoever is not on
it is not graded. The same holds for a single submission without --student.

The record of a class has a journal. After an interruption, --resume goes on: it
grades who has no grade yet, who could not be graded, and whose submission was
changed since (the old result is kept). Who met a defect of the lab is not graded
again by the same lab; once it is corrected where it was read from, --resume
grades the whole class by it. The record holds what decides a grade:
the policy, whose each submission is and when it was handed in, the lab, and the
versions of gherkube and the node image. --resume goes on with exactly that, and
refuses a flag that says something else.

A policy says what an instructor decides beside the lab:
  due: 2026-11-20T17:00:00+01:00
  published: false
  late: {perDay: 10, grace: 15m, cap: 50}
  submitted: {ada: 2026-11-20T17:20:00+01:00}
What lateness takes off is per cent of the points, for each day that has begun.
Lateness never decides whether the pass mark is reached.

Exit codes:
  0  at or over the pass mark; of a class, everybody has a grade
  1  under it
  2  not gradable: something could not be decided; run it again, or --resume
  3  bad usage, or a lab or a submission that is not well formed; or the lab is
     wrong, as only shows on a cluster: its author has to correct it

`

const gradeExample = `  gherkube grade labs/service-selector --submission ada --student ada
  gherkube grade labs/service-selector --submission labs/service-selector/solution --own
  gherkube grade --live service-selector

  # A class; and what is left of it, after an interruption
  gherkube grade labs/service-selector --submissions 'class/*' --roster class.csv --parallel 2 --record grades --format csv:class.csv
  gherkube grade --resume grades --parallel 2 --format csv:class.csv

  # For CI: people read standard output, programs read the files
  gherkube grade labs/service-selector --submission . --student ada --format text --format junit:r.xml --format markdown:r.md

  # Handed in late, and shown as the student may see it
  gherkube grade labs/service-selector --submission ada --student ada --policy class.yaml --submitted 2026-11-20T17:20 --for student`

func newGrade(a *app) *cobra.Command {
	var o gradeOptions
	cmd := &cobra.Command{
		Use:   "grade {LAB --submission DIR | LAB --submissions DIR | --live [NAME]}",
		Short: "Grade a submission of a lab, a class, or a lab that is up",
		Long:  gradeLong + formatTable(), Example: gradeExample, Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := apart(cmd); err != nil {
				return err
			}
			return a.gradeAny(cmd.Context(), args, &o)
		},
	}
	flags := cmd.Flags()
	a.imageFlag(cmd)
	flags.StringVar(&o.submission, "submission", "", "the folder that was handed in")
	studentFlag(cmd, &o.student, "whose variant of the lab it is (default the name of the submission's folder, or what --roster says)")
	flags.StringVar(&o.record, "record", "", "folder for the record (default one of its own under the user's state folder, where old ones make room, but for those of classes)")
	flags.BoolVar(&o.live, "live", false, "grade a lab that is up, as it is")
	flags.BoolVar(&o.own, "own", false, "the submission is the lab's own: put the student's values in it")
	flags.StringVar(&o.submitted, "submitted", "", "when it was handed in, as 2026-11-20T17:00 (needed where the policy takes something off for lateness)")
	o.showing.flags(cmd)
	flags.StringArrayVar(&o.submissions, "submissions", nil, "the folder of a class's submissions, or a pattern for them")
	flags.StringVar(&o.roster, "roster", "", "CSV file that says whose each submission is")
	o.parallel = 1
	flags.Var(countOf(&o.parallel, 1), "parallel", "how many submissions of a class are graded at a time")
	flags.StringVar(&o.resume, "resume", "", "go on with the class of this record")
	flags.BoolVar(&o.otherVersion, "other-version", false, "go on with a class although another version of gherkube or of the node image has begun it")
	return cmd
}

type gradeOptions struct {
	submission, student, record, submitted, roster, resume string

	submissions []string
	parallel    int
	own, live   bool

	otherVersion bool
	showing      showing
}

// apart refuses flags that say different things of what is graded.
func apart(cmd *cobra.Command) error {
	var problems []error
	for _, group := range [][]string{
		{"submission", "submissions", "resume", "live"},
		{"student", "submissions", "resume"}, {"own", "submissions", "resume", "live"},
		{"submitted", "submissions", "resume"}, {"record", "resume"}, {"roster", "resume"}, {"student", "roster", "live"},
	} {
		given := slices.DeleteFunc(group, func(name string) bool { return !cmd.Flags().Changed(name) })
		if len(given) > 1 {
			problems = append(problems, input.Errorf("--%s: say one of them", strings.Join(given, " and --")))
		}
	}
	return input.Merge(problems...)
}

// gradeAny grades one submission or a class.
func (a *app) gradeAny(ctx context.Context, args []string, o *gradeOptions) error {
	switch {
	case o.resume != "":
		if len(args) > 0 {
			return input.Errorf("--resume: the record says which lab and which submissions: leave out %q", args)
		}
		return a.resumeClass(ctx, o)
	case len(args) == 0 && !o.live:
		return input.Errorf("name the lab whose submission it is, or --live for a lab that is up")
	case len(o.submissions) > 0: // a shell may have put the matches of a pattern behind the flag
		o.submissions = append(o.submissions, args[1:]...)
		return a.gradeClass(ctx, args[0], o)
	case len(args) > 1:
		return input.Errorf("grade takes one lab, and not %q", args)
	case o.live:
		return a.gradeLive(progress.With(ctx, a.terminal), args, o)
	}
	return a.grade(progress.With(ctx, a.terminal), args[0], o)
}

func (a *app) grade(ctx context.Context, dir string, o *gradeOptions) error {
	l, handed, err := a.toGrade(dir, o)
	if err != nil {
		return err
	}
	if grading.IsRecord(o.record) {
		return input.Errorf("--record %s: it is the record of a grade already: name another folder", o.record)
	}
	if err := a.ready(ctx, l); err != nil {
		return err
	}
	at, err := a.recordIn(o.record)
	if err := errors.Join(err, o.showing.open(a)); err != nil {
		return err
	}
	grader := a.grader()
	grader.Basis.Policy, grader.Basis.Reader = o.showing.policy.Rules(), o.showing.reader
	return a.tellGrade(o, grader.Grade(ctx, l, handed, o.student, at), at)
}

// gradeLive grades a lab that is up, for the instructor.
func (a *app) gradeLive(ctx context.Context, name []string, o *gradeOptions) error {
	if o.submitted != "" {
		return input.Errorf("--submitted: a lab that is up counts as handed in when it is graded")
	}
	if err := o.showing.parse(1); err != nil {
		return err
	}
	live, stage, err := a.stage(ctx, name, o.showing.policy.Rules())
	if err != nil {
		return err
	}
	defer stage.Close(ctx)
	at, err := a.recordIn(o.record)
	if err := errors.Join(err, o.showing.open(a)); err != nil {
		return err
	}
	return a.tellGrade(o, live.Check(ctx, stage, at), at)
}

// tellGrade shows a result, and says where its record is.
func (a *app) tellGrade(o *gradeOptions, r score.Result, at string) error {
	if err := errors.Join(o.showing.show([]score.Result{r}), a.told(at), record.Conclude(at, r.Verdict())); err != nil {
		return err
	}
	return resultCode(&r)
}

// toGrade reads all that a grade needs, before anything is started.
func (a *app) toGrade(dir string, o *gradeOptions) (*lab.Lab, *grading.Submission, error) {
	l, labErr := lab.Load(dir, runner.Steps{})
	if err := input.Merge(o.showing.parse(1), labErr); err != nil {
		return nil, nil, err
	}
	if err := o.decideStudent(); err != nil {
		return nil, nil, err
	}
	handed, err := o.handed(l)
	if err != nil {
		return nil, nil, err
	}
	r, err := o.showing.policy.Apply(score.Result{Student: o.student, Submission: handed.ID, Submitted: handed.Submitted})
	handed.Submitted = r.Submitted
	return l, handed, err
}

// decideStudent says whose the submission is, as it is said in a class.
func (o *gradeOptions) decideStudent() error {
	if o.submission == "" {
		return nil // told with what else is missing
	}
	roster, err := readRoster(o.roster)
	if err != nil {
		return err
	}
	e, err := batch.Single(o.submission, o.student, roster)
	o.student = e.Student
	return err
}

// handed reads the submission.
func (o *gradeOptions) handed(l *lab.Lab) (handed *grading.Submission, err error) {
	switch {
	case batch.Is(o.record):
		return nil, input.Errorf("--record %s: it is the record of a class: name another folder", o.record)
	case o.submission == "":
		return nil, input.Errorf("--submission: name the folder that was handed in")
	case o.own:
		handed, err = grading.Own(o.submission, l.Filling(o.student))
	default:
		handed, err = grading.ReadSubmission(o.submission)
	}
	if err == nil && o.submitted != "" {
		handed.Submitted, err = moment("submitted", o.submitted)
	}
	return handed, err
}
