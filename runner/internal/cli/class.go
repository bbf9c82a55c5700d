package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// class is a class with known submissions, and its journal.
type class struct {
	lab     *lab.Lab
	entries []batch.Entry
	journal *batch.Journal
	record  string // the journal's folder
	version string // of Kubernetes, if it is not the lab's own
	policy  score.Policy
}

// gradeClass reports all errors in the input, and then grades a class.
func (a *app) gradeClass(ctx context.Context, name string, o *gradeOptions) error {
	l, labErr := a.labToGrade(name, o)
	roster, rosterErr := readRoster(o.roster)
	if err := input.Merge(o.showing.parseClass(), labErr, rosterErr); err != nil {
		return err
	}
	entries, err := batch.Find(o.submissions, roster)
	if err != nil {
		return err
	}
	if err := roster.Matches(entries); err != nil {
		return err
	}
	if err := o.showing.apart(append(o.inputs(l.Dir), submissionInputs(entries)...)...); err != nil {
		return err
	}
	c := class{lab: l, entries: entries, policy: o.showing.policy}
	if len(o.kubernetes) > 0 {
		c.version = l.Topology.Kubernetes
	}
	if c.record, err = a.classRecordIn(o.record); err != nil {
		return err
	}
	if c.journal, err = batch.Create(c.record); err != nil {
		return err
	}
	if missing := roster.Missing(append(c.journal.Kept(entries), entries...)); len(missing) > 0 {
		a.tell("Nothing was handed in by %s.", strings.Join(missing, ", "))
	}
	return a.work(ctx, c, o)
}

func (a *app) resumeClass(ctx context.Context, o *gradeOptions) error {
	if err := o.showing.parseClass(); err != nil {
		return err
	}
	journal, err := batch.Open(o.resume)
	if err != nil {
		return err
	}
	head := journal.Head()
	if err := o.showing.apart(append(o.inputs(head.From), submissionInputs(head.Submissions)...)...); err != nil {
		return errors.Join(err, journal.Close())
	}
	l, err := a.labOf(journal)
	if err != nil {
		return errors.Join(err, journal.Close())
	}
	entries, err := batch.Now(head.Submissions)
	if err != nil {
		return errors.Join(err, journal.Close())
	}
	c := class{lab: l, entries: entries, journal: journal, record: o.resume, version: head.Kubernetes}
	if err := c.onVersion(); err != nil {
		return errors.Join(err, journal.Close())
	}
	if c.policy, err = o.showing.over(head.Policy); err != nil {
		return errors.Join(err, journal.Close())
	}
	return a.work(ctx, c, o)
}

// onVersion sets the version of Kubernetes on which the class began.
func (c class) onVersion() error {
	if c.version == "" {
		return nil
	}
	v, err := cluster.VersionOf(c.version)
	if err != nil {
		return input.Errorf("%s was begun on another version of Kubernetes: %v", c.record, err)
	}
	_, err = onVersions([]*lab.Lab{c.lab}, []cluster.Version{v})
	return err
}

// labOf returns the lab for the rest of a class: the recorded one or, if the class
// met a defect, the corrected one.
func (a *app) labOf(j *batch.Journal) (*lab.Lab, error) {
	head := j.Head()
	if j.LabChanged() {
		if len(j.Defective(head.Submissions, batch.Clusters{Vocabulary: a.vocabulary()})) == 0 {
			a.tell("Lab %s has changed in %s since; the class is graded by the lab as it was. To grade it by the lab as it is now, name a new --record.", head.Lab, head.From)
			return reader.Load(j.LabDir(head.Lab), a.vocabulary())
		}
		corrected, err := reader.Load(head.From, a.vocabulary())
		if err == nil {
			err = j.Correct(corrected)
		}
		if err != nil {
			return nil, err
		}
		a.tell("Lab %s was wrong, and has changed in %s since: the whole class is graded again by the lab as it is now (the old results stay in the record).", head.Lab, head.From)
	}
	return reader.Load(j.LabDir(head.Lab), a.vocabulary())
}

func readRoster(path string) (*batch.Roster, error) {
	if path == "" {
		return nil, nil
	}
	return batch.ReadRoster(path)
}

// work grades a class, or the rest of one, and shows the results.
func (a *app) work(ctx context.Context, c class, o *gradeOptions) error {
	defer c.journal.Close()
	c.entries = c.withTimes()
	if err := c.inPolicy(); err != nil {
		return err
	}
	grader := a.quiet() // no progress of single steps, since several submissions are graded at a time
	grader.Basis.Policy, grader.Basis.Reader = c.policy.Rules(), o.showing.reader
	clusters := batch.Clusters{Grader: grader, Lab: c.lab, Vocabulary: a.vocabulary()}
	since := c.journal.Since(c.entries, clusters)
	decided := batch.Class{Submissions: c.entries, Policy: grader.Basis.Policy, Versions: a.versions(c.lab), Kubernetes: c.version}
	if err := c.journal.Start(c.lab, decided, since, o.otherVersion); err != nil {
		return err
	}
	kept := map[string]bool{}
	for _, e := range c.journal.Head().Submissions[len(c.entries):] {
		a.tell("%s: it is not among the submissions now; the recorded grade stands.", e.ID)
		kept[e.ID] = true
	}
	c.entries = c.journal.Head().Submissions
	a.tellSince(c, since)
	if err := a.ready(progress.With(ctx, a.terminal), c.lab); err != nil {
		return err
	}
	if err := o.showing.open(a); err != nil {
		return err
	}
	task := a.terminal.Watch("grading")
	b := batch.Batch{
		Entries: c.entries, Parallel: a.workers(ctx, c.lab, o.parallel),
		Grader: clusters, Changed: since.Changed, Kept: kept,
		OnProgress: func(p batch.Progress) { a.report(p, task) },
	}
	results, err := b.Run(ctx, c.journal)
	task.End(err)
	shown := o.showing.show(results)
	a.told(c.record)
	a.tellAfterClass(c, results, o, err)
	return errors.Join(shown, err, classCode(results, err))
}

// withTimes returns the entries with the times of submission of the policy.
func (c class) withTimes() []batch.Entry {
	entries := slices.Clone(c.entries)
	for i, e := range entries {
		if at, known := c.policy.SubmittedAt(e.Student, e.ID); known {
			entries[i].Submitted = at
		}
	}
	return entries
}

// tellSince reports changes of submissions since they were graded.
func (a *app) tellSince(c class, since batch.Since) {
	for _, e := range c.entries {
		if since.Changed[e.ID] {
			dir, _ := c.journal.Finished(e.ID)
			a.tell("%s was changed since it was graded: it is graded again (the old result stays in %s).", e.ID, dir)
		}
	}
	if wrong := c.journal.Defective(c.entries, batch.Clusters{Vocabulary: a.vocabulary()}); len(wrong) > 0 {
		a.tell("Not graded again, as lab %s is as wrong as it was: %s. Correct it in %s, and go on: then the whole class is graded by it.",
			c.lab.ID, strings.Join(wrong, ", "), c.journal.Head().From)
	}
	for _, id := range since.Gone {
		a.tell("%s: its folder is gone; the recorded grade stands.", id)
	}
}

// inPolicy reports, before anything starts, the submissions to which the policy
// cannot be applied.
func (c class) inPolicy() error {
	var errs []error
	for _, e := range c.entries {
		if e.Problem == "" {
			_, err := c.policy.Apply(score.Result{Student: e.Student, Submission: e.ID, Submitted: e.Submitted})
			errs = append(errs, err)
		}
	}
	return input.Merge(errs...)
}

// workers returns the number of clusters, limited by the machine's memory.
func (a *app) workers(ctx context.Context, l *lab.Lab, asked int) int {
	if a.platform.Room == nil {
		return asked
	}
	room, known := a.platform.Room(ctx, l.Topology.Cluster())
	if !known || room >= asked {
		return asked
	}
	room = max(1, room)
	a.tell("There is memory for %d of these clusters, so %d submissions are graded at a time.", room, room)
	return room
}

// report reports each result and the progress of the class.
func (a *app) report(p batch.Progress, task progress.Task) {
	task.Step(strings.Join(p.Under, ", ") + until(p))
	task.Advance(int64(p.Done), int64(p.Total))
	if p.Ended != nil {
		a.tell("%d/%d %s: %s (%s)%s", p.Done, p.Total, p.Ended.Submission, firstLine(p.Ended), p.Took.Round(time.Second), soon(p))
	}
}

func firstLine(r *score.Result) string {
	text, _, _ := strings.Cut(r.String(), "\n")
	return text
}

func soon(p batch.Progress) string {
	if p.Left < time.Second {
		return ""
	}
	return fmt.Sprintf("; about %s left", p.Left.Round(time.Second))
}

// until formats the estimated end of the class as a time of day, which does not get
// stale on the screen.
func until(p batch.Progress) string {
	if p.Left < time.Second {
		return ""
	}
	return fmt.Sprintf(", all until about %s", clock.TimeOfDay(time.Now().Add(p.Left)))
}

// classCode returns the exit code of a class. Bad input, including a defect of the
// lab, outranks undecided. Bad input is repeated at the end of the output. Failed
// submissions are no failure of the command.
func classCode(results []score.Result, interrupted error) error {
	var refused []error
	undecided := false
	for _, r := range results {
		if r.Refused || r.Defect {
			refused = append(refused, input.Errorf("%s", r.Problem))
		}
		undecided = undecided || !r.Gradable
	}
	if len(refused) > 0 || !undecided || interrupted != nil {
		return input.Merge(refused...)
	}
	return passedOn(run.CodeUndecided)
}
