// Package grading sets up labs, runs submissions at a workstation, and judges the
// cluster from outside, with the grader's own credentials and programs. A score can
// be recomputed from its records.
package grading

import (
	"context"
	"path/filepath"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// Grader grades labs.
type Grader struct {
	Platform run.Platform
	// Vocabulary is the vocabulary of setup and checks; nil means that of package
	// steps.
	Vocabulary run.Vocabulary
	// Watch starts a progress task for an operation; nil disables progress.
	Watch func(name string) progress.Task
	// Parallel is the maximum number of criteria that are judged at a time; 0 means
	// eight.
	Parallel int
	// Images are local images of the container engine that every cluster's registry
	// gets, besides those that a lab requests.
	Images []string
	// Left is called for each cluster that could not be removed; it may be nil.
	Left func(text string)
	// Basis is the policy and reader to store in the records of grades.
	Basis score.Basis
	// Versions returns the versions to store in the records of a lab's grades; it may be nil.
	Versions func(*lab.Lab) score.Versions

	met sync.Map // the steps at which setups failed, by lab
}

// patience bounds the grading of one submission, without the submission's own time.
// A cluster starts in less than a minute, so anything that takes longer than this
// is stuck.
const patience = 15 * time.Minute

// Grade grades a submission on a cluster of its own, and records everything in a
// folder. It returns no error: if the submission cannot be judged, the result's
// Problem says why.
func (g *Grader) Grade(ctx context.Context, l *lab.Lab, s *Submission, student, dir string) (r score.Result) {
	ctx, cancel := context.WithTimeout(ctx, patience+time.Duration(l.SolveSeconds)*time.Second)
	defer cancel()
	w := begin(l, student)
	w.Basis = g.basis(l, s)
	if s != nil {
		w.Submission, w.Submitted = s.ID, s.Submitted
	}
	env, err := g.Prepare(ctx, l, student, filepath.Join(dir, setupDir))
	if err != nil {
		return w.ungradable(l, dir, err)
	}
	defer func() { env.leave(ctx, w, &r) }()
	return env.grade(ctx, s, w, dir)
}

// Ungradable returns the result of a submission that could not be graded, and
// records it like a grade. If why is an input.Error, the submission is malformed
// and the result Refused.
func (g *Grader) Ungradable(l *lab.Lab, id, student, dir string, why error) score.Result {
	w := begin(l, student)
	w.Submission, w.Refused, w.Basis = id, input.Is(why), g.basis(l, nil)
	return w.ungradable(l, dir, why)
}

// grade runs a submission in the environment, if there is one, and judges the
// result.
func (s *Environment) grade(ctx context.Context, submission *Submission, w *Work, dir string) score.Result {
	if submission != nil {
		if err := s.submit(ctx, submission, w); err != nil {
			return w.ungradable(s.Lab, dir, err)
		}
	}
	return s.Judge(ctx, w, dir)
}

// Judge judges the current state of the environment.
func (s *Environment) Judge(ctx context.Context, w *Work, dir string) score.Result {
	why, err := s.silence(ctx)
	if err != nil {
		return w.ungradable(s.Lab, dir, err)
	}
	if why != "" {
		if ctx.Err() != nil { // the caller has given up
			return w.ungradable(s.Lab, dir, context.Cause(ctx))
		}
		blaming, blamed := undisturbed(ctx)
		defer blamed()
		if s.isToBlame(blaming, w) {
			w.Lost = why
		}
		return w.ungradable(s.Lab, dir, verdict.Unseenf("it may be the machine: %s", why))
	}
	run, err := s.check(ctx, s.Lab.Path(lab.ChecksFile), filepath.Join(dir, checksDir))
	if err != nil {
		return w.ungradable(s.Lab, dir, err)
	}
	w.Found = s.found(ctx, run)
	if r := w.Result(s.Lab, run); r.Undecided() > 0 && !r.Defect {
		run = s.decide(ctx, w, run, dir)
	}
	return w.finish(s.Lab, run, dir)
}
