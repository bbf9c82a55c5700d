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

// againDir has the record of the criteria that were judged again.
const againDir = "again"

// decideTime bounds the second judging, and what follows it.
const decideTime = 5 * time.Minute

// undisturbed is a context with a time of its own: a grade whose time is over has
// not been interrupted, since a submission can have every look take as long as it
// may. An interruption ends it.
func undisturbed(ctx context.Context) (context.Context, context.CancelFunc) {
	own, cancel := context.WithTimeout(context.WithoutCancel(ctx), decideTime)
	stop := context.AfterFunc(ctx, func() {
		if errors.Is(ctx.Err(), context.Canceled) {
			cancel()
		}
	})
	return own, func() { stop(); cancel() }
}

// decide judges again what is undecided, and finds who is to blame for what
// stays so: it notes a reason against the submission, a defect of a lab that
// cannot be judged with its own solution, or nothing if the machine may be.
func (s *Environment) decide(ctx context.Context, w *Work, run *model.Run, dir string) *model.Run {
	if errors.Is(ctx.Err(), context.Canceled) || run.Count(verdict.Undecided) == 0 {
		return run
	}
	judging, judged := undisturbed(ctx)
	defer judged()
	second, err := s.check(judging, s.undecided(run), filepath.Join(dir, againDir))
	if err != nil {
		w.note("what was undecided could not be judged again: %v", err)
		return run
	}
	run = merged(run, second)
	if run.Count(verdict.Undecided) == 0 {
		return run
	}
	controlling, controlled := undisturbed(ctx) // the second judging may have used its time up
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

// undecided names the lines of the criteria that are undecided.
func (s *Environment) undecided(run *model.Run) string {
	file := s.Lab.Path(lab.ChecksFile)
	for _, scenario := range run.Scenarios {
		if scenario.Verdict == verdict.Undecided {
			file += strings.TrimPrefix(scenario.ID, scenario.File)
		}
	}
	return file
}

// merged is a run in which a second one has decided what it left open.
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
