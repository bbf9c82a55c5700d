package grading

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// againDir holds the record of the criteria that were judged again.
const againDir = "again"

// decideTime bounds the second judging and the control after it.
const decideTime = 5 * time.Minute

// undisturbed returns a context with a deadline of its own. A grade that runs out
// of time is not interrupted, since a submission can make every observation use its
// full timeout. An interruption still ends the context.
func undisturbed(ctx context.Context) (context.Context, context.CancelFunc) {
	own, cancel := context.WithTimeout(context.WithoutCancel(ctx), decideTime)
	stop := context.AfterFunc(ctx, func() {
		if errors.Is(ctx.Err(), context.Canceled) {
			cancel()
		}
	})
	return own, func() { stop(); cancel() }
}

// decide judges undecided criteria again, and finds out who is to blame if they
// stay undecided. It records a reason against the submission, or a defect of a lab
// whose own solution cannot be judged. If the machine may be to blame, it records
// nothing.
func (s *Environment) decide(ctx context.Context, w *Work, run *model.Run, dir string) *model.Run {
	if errors.Is(ctx.Err(), context.Canceled) || run.Count(verdict.Undecided) == 0 {
		return run
	}
	judging, judged := undisturbed(ctx)
	defer judged()
	second, err := s.check(judging, s.undecided(run), filepath.Join(dir, againDir))
	if err != nil {
		w.Voided = true
		w.note("what was undecided could not be judged again: %v", err)
		return run
	}
	run = merged(run, second)
	if run.Count(verdict.Undecided) == 0 {
		return run
	}
	controlling, controlled := undisturbed(ctx) // the second judging may have used up its context's time
	defer controlled()
	why := s.hidden(controlling)
	if !s.isToBlame(controlling, w) {
		return run
	}
	if defect := unanswerable(run); w.Own && defect != nil {
		w.Defect, w.Problem = defect.At, defect.Why
		return run
	}
	if w.Hidden = why; why == "" {
		w.Hidden = "this was looked at twice and could not be seen, while all that the grader looks with works: " +
			"something in the cluster that was handed in is in the way"
	}
	return run
}

// undecided returns the lines of the undecided criteria, as a suffix of the file's
// name.
func (s *Environment) undecided(run *model.Run) string {
	file := s.Lab.Path(lab.ChecksFile)
	for _, scenario := range run.Scenarios {
		if scenario.Verdict == verdict.Undecided {
			file += strings.TrimPrefix(scenario.ID, scenario.File)
		}
	}
	return file
}

// merged returns the first run, with undecided scenarios replaced by those of the
// second run.
func merged(first, second *model.Run) *model.Run {
	again := map[string]*model.Scenario{}
	for _, s := range second.Scenarios {
		again[s.Name] = s
	}
	run := *first
	run.Scenarios = nil
	for _, s := range first.Scenarios {
		if other := again[s.Name]; s.Verdict == verdict.Undecided && other != nil {
			s = other
		}
		run.Scenarios = append(run.Scenarios, s)
	}
	return &run
}
