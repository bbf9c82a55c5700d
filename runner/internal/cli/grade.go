package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
)

const gradeLong = `Grade submissions of a lab. For each submission, gherkube sets up the lab on a
new cluster, runs the submission at a workstation, and judges the cluster from
outside.

A submission is a folder. If it contains solve.sh, gherkube runs that; otherwise
it applies the manifests in the order of their names. Files under answers/ are
written answers; a script can write them to ~/answers. The folder may hold up to
200 regular files with 4 MiB in total, and no other kinds of files.

--submissions grades a class. Name a folder, whose entries are the submissions,
a pattern, or several folders. --parallel submissions are graded at a time, if
there is enough memory for their clusters. A submission that cannot be graded
does not stop the others. The student ID defaults to the name of the
submission's folder.

--roster names a CSV file with a header, a column "student", and, if folders
have other names than the students, a column "folder". Students who are not on
the roster are not graded. This also applies to a single submission without
--student.

--resume continues an interrupted class from its record. It grades submissions
that have no grade, that could not be graded, or that were changed since; old
results are kept. The record fixes everything that decides a grade: the policy,
the student and time of each submission, the lab, and the versions of gherkube,
of Kubernetes and of the node image. --resume uses exactly these, and rejects
flags that contradict them. If grading found a defect in the lab, --resume does
not grade the affected submissions again until you correct the lab in its
original folder. It then grades the whole class with the corrected lab.

A policy file holds what the instructor decides apart from the lab:
  due: 2026-11-20T17:00:00+01:00
  published: false
  late: {perDay: 10, grace: 15m, cap: 50}
  submitted: {ada: 2026-11-20T17:20:00+01:00}
Late submissions lose perDay per cent of their points for each day or part of a
day. Lateness never affects whether the pass mark is reached.

Exit codes:
  0  the pass mark is reached; for a class, every submission has a grade
  1  the pass mark is not reached
  2  not gradable: a criterion is undecided; run again, or use --resume
  3  invalid usage, lab or submission; also if the lab turns out to be wrong on
     a cluster, so that its author has to correct it

`

const gradeExample = `  # Grade one submission, the lab's own solution, or a running lab
  gherkube grade labs/service-selector --submission ada --student ada
  gherkube grade labs/service-selector --submission labs/service-selector/solution --own
  gherkube grade --live service-selector

  # Grade on another version of Kubernetes than the lab's own
  gherkube grade labs/service-selector --submission ada --student ada --kubernetes 1.36

  # Grade a class, and continue after an interruption
  gherkube grade labs/service-selector --submissions 'class/*' --roster class.csv --parallel 2 --record grades --format csv:points.csv
  gherkube grade --resume grades --parallel 2 --format csv:points.csv

  # In CI, show text on standard output and write files for other programs
  gherkube grade labs/service-selector --submission . --student ada --format text --format junit:r.xml --format markdown:r.md

  # Grade a late submission, and show what the student may see
  gherkube grade labs/service-selector --submission ada --student ada --policy class.yaml --submitted 2026-11-20T17:20 --for student`

func newGrade(a *app) *cobra.Command {
	var o gradeOptions
	cmd := &cobra.Command{
		Use:   "grade {LAB --submission DIR | LAB --submissions DIR | --live [NAME]}",
		Short: "Grade a submission, a class, or a running lab",
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
	flags.StringVar(&o.submission, "submission", "", "folder with the submission")
	studentFlag(cmd, &o.student, "student whose variant of the lab it is (default from --roster, or the name of the submission's folder)")
	flags.StringVar(&o.record, "record", "", "folder for the record (default a new folder under the user's state folder; old records there are removed, except those of classes)")
	flags.BoolVar(&o.live, "live", false, "grade a running lab in its current state")
	flags.BoolVar(&o.own, "own", false, "the submission is part of the lab: replace its variables with the student's values")
	flags.StringVar(&o.submitted, "submitted", "", "time of the submission, such as 2026-11-20T17:00 (required if the policy deducts points for lateness)")
	o.showing.flags(cmd)
	flags.StringArrayVar(&o.submissions, "submissions", nil, "folder with the submissions of a class, or a pattern that matches them")
	flags.StringVar(&o.roster, "roster", "", "CSV file that assigns submissions to students")
	o.parallel = 1
	flags.Var(countOf(&o.parallel, 1), "parallel", "grade up to N submissions of a class at a time")
	flags.StringVar(&o.resume, "resume", "", "continue the class of this record")
	kubernetesListFlag(cmd, &o.kubernetes, "run on this version of Kubernetes instead of the lab's own")
	flags.BoolVar(&o.otherVersion, "other-version", false, "continue a class even if another version of gherkube or of the node image started it")
	return cmd
}

type gradeOptions struct {
	submission, student, record, submitted, roster, resume string

	submissions []string
	kubernetes  []cluster.Version
	parallel    int
	own, live   bool

	otherVersion bool
	showing      showing
}

// apart rejects flags that contradict each other about what is graded.
func apart(cmd *cobra.Command) error {
	var problems []error
	for _, group := range [][]string{
		{"submission", "submissions", "resume", "live"},
		{"student", "submissions", "resume"}, {"own", "submissions", "resume", "live"},
		{"submitted", "submissions", "resume"}, {"record", "resume"}, {"roster", "resume"}, {"kubernetes", "resume", "live"}, {"student", "roster", "live"},
	} {
		given := slices.DeleteFunc(group, func(name string) bool { return !cmd.Flags().Changed(name) })
		if len(given) > 1 {
			problems = append(problems, input.Errorf("--%s: say one of them", strings.Join(given, " and --")))
		}
	}
	return input.Merge(problems...)
}

// gradeAny grades one submission, a class, or a running lab.
func (a *app) gradeAny(ctx context.Context, args []string, o *gradeOptions) error {
	switch {
	case o.resume != "":
		if len(args) > 0 {
			return input.Errorf("--resume: the record says which lab and which submissions: leave out %q", args)
		}
		return a.resumeClass(ctx, o)
	case len(args) == 0 && !o.live:
		return input.Errorf("name the lab whose submission it is, or --live for a lab that is up")
	case len(o.submissions) > 0: // the shell may have expanded a pattern after the flag
		o.submissions = append(o.submissions, args[1:]...)
		return a.gradeClass(ctx, args[0], o)
	case len(args) > 1:
		return input.Errorf("grade takes one lab, and not %q", args)
	case o.live:
		return a.gradeLive(progress.With(ctx, a.terminal), args, o)
	}
	return a.grade(progress.With(ctx, a.terminal), args[0], o)
}

func (a *app) grade(ctx context.Context, name string, o *gradeOptions) error {
	l, submission, err := a.toGrade(name, o)
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
	return a.tellGrade(o, grader.Grade(ctx, l, submission, o.student, at), at)
}

// gradeLive grades a running lab for the instructor.
func (a *app) gradeLive(ctx context.Context, name []string, o *gradeOptions) error {
	if o.submitted != "" {
		return input.Errorf("--submitted: a lab that is up counts as handed in when it is graded")
	}
	if err := o.showing.parse(1); err != nil {
		return err
	}
	if err := o.showing.apart(o.inputs("")...); err != nil {
		return err
	}
	live, env, err := a.environment(ctx, name, o.showing.policy.Rules())
	if err != nil {
		return err
	}
	defer env.Close(ctx)
	at, err := a.recordIn(o.record)
	if err := errors.Join(err, o.showing.open(a)); err != nil {
		return err
	}
	return a.tellGrade(o, live.Check(ctx, env, at), at)
}

// tellGrade shows a result and the path of its record.
func (a *app) tellGrade(o *gradeOptions, r score.Result, at string) error {
	shown := o.showing.show([]score.Result{r})
	a.told(at)
	if err := errors.Join(shown, record.Conclude(at, r.Verdict())); err != nil {
		return err
	}
	return resultCode(&r)
}

// toGrade reads everything that a grade needs before anything starts.
func (a *app) toGrade(name string, o *gradeOptions) (*lab.Lab, *grading.Submission, error) {
	l, labErr := a.labToGrade(name, o)
	if err := input.Merge(o.showing.parse(1), labErr); err != nil {
		return nil, nil, err
	}
	if err := o.showing.apart(append(o.inputs(l.Dir), submissionInput(o.submission)...)...); err != nil {
		return nil, nil, err
	}
	if err := o.decideStudent(); err != nil {
		return nil, nil, err
	}
	submission, err := o.readSubmission(l)
	if err != nil {
		return nil, nil, err
	}
	r, err := o.showing.policy.Apply(score.Result{Student: o.student, Submission: submission.ID, Submitted: submission.Submitted})
	submission.Submitted = r.Submitted
	return l, submission, err
}

// labToGrade returns a lab on the version of Kubernetes that the flags name.
func (a *app) labToGrade(name string, o *gradeOptions) (*lab.Lab, error) {
	l, err := a.lab(name)
	if err != nil {
		return nil, err
	}
	_, err = onVersions([]*lab.Lab{l}, o.kubernetes)
	return l, err
}

// decideStudent sets the student of the submission, by the rules of a class.
func (o *gradeOptions) decideStudent() error {
	if o.submission == "" {
		return nil // reported with the other missing flags
	}
	roster, err := readRoster(o.roster)
	if err != nil {
		return err
	}
	e, err := batch.Single(o.submission, o.student, roster)
	o.student = e.Student
	return err
}

// readSubmission reads the submission that the flags name.
func (o *gradeOptions) readSubmission(l *lab.Lab) (submission *grading.Submission, err error) {
	switch {
	case batch.Is(o.record):
		return nil, input.Errorf("--record %s: it is the record of a class: name another folder", o.record)
	case o.submission == "":
		return nil, input.Errorf("--submission: name the folder that was handed in")
	case o.own:
		submission, err = grading.Own(o.submission, l.Filling(o.student))
	default:
		submission, err = grading.ReadSubmission(o.submission)
	}
	if err == nil && o.submitted != "" {
		submission.Submitted, err = moment("submitted", o.submitted)
	}
	return submission, err
}
