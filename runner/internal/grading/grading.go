// Package grading sets up labs, runs submissions at a workstation, and judges the
// cluster from outside, with the grader's own credentials and programs. Its records
// are sufficient to compute the score again.
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

// Grader is what labs are graded with.
type Grader struct {
	Platform run.Platform
	// Vocabulary is that of setup and checks; nil means that of package steps.
	Vocabulary run.Vocabulary
	// Watch begins a task for what is under way; nil is no callback.
	Watch func(name string) progress.Task
	// Parallel is how many criteria are judged at a time; 0 means eight.
	Parallel int
	// Images are those of the local container engine that pods find in every
	// cluster's registry, beside those that a lab asks for.
	Images []string
	// Left is told of each cluster that could not be removed; nil means nobody
	// listens.
	Left func(text string)
	// Basis is what the records of grades say of versions, policy and reader.
	Basis score.Basis

	met sync.Map // the steps at which setups failed, by lab
}

// patience bounds the grading of one submission, its own time left aside: a
// cluster starts in less than a minute, and what takes longer than this is
// stuck.
const patience = 15 * time.Minute

// Grade grades a submission on a cluster of its own, and writes all of it down
// in a folder. It never fails: what keeps a submission from being judged is the
// result's Problem.
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

// Ungradable is the result of a submission that could not be graded, written down as
// that of a grade. It is refused if it is not well formed, an input.Error.
func (g *Grader) Ungradable(l *lab.Lab, id, student, dir string, why error) score.Result {
	w := begin(l, student)
	w.Submission, w.Refused, w.Basis = id, input.Is(why), g.basis(l, nil)
	return w.ungradable(l, dir, why)
}

// grade has a submission worked on the environment, if there is one, and judges.
func (s *Environment) grade(ctx context.Context, submission *Submission, w *Work, dir string) score.Result {
	if submission != nil {
		if err := s.submit(ctx, submission, w); err != nil {
			return w.ungradable(s.Lab, dir, err)
		}
	}
	return s.Judge(ctx, w, dir)
}

// Judge judges the environment as it is now.
func (s *Environment) Judge(ctx context.Context, w *Work, dir string) score.Result {
	why, err := s.silence(ctx)
	if err != nil {
		return w.ungradable(s.Lab, dir, err)
	}
	if why != "" {
		if ctx.Err() != nil { // nobody waited for an answer any more
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
