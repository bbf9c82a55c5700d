package grading

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/model"
)

// What could not be looked at is undecided only if something of the grader's
// was in the way. The rest of what a check looks through is the student's: nodes,
// the API server, the network of pods. So a criterion that stays undecided when
// it is judged again, while a control that no student reaches works, has failed.

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
func (s *Stage) decide(ctx context.Context, w *Work, run *model.Run, dir string) *model.Run {
	if errors.Is(ctx.Err(), context.Canceled) || run.Count(verdict.Undecided) == 0 {
		return run
	}
	judging, judged := undisturbed(ctx)
	defer judged()
	second, err := s.check(judging, s.undecided(run), filepath.Join(dir, againDir))
	if err != nil {
		w.Notes = append(w.Notes, "what was undecided could not be judged again: "+err.Error())
		return run
	}
	run = merged(run, second)
	if run.Count(verdict.Undecided) == 0 {
		return run
	}
	controlling, controlled := undisturbed(ctx) // the second judging may have used its time up
	defer controlled()
	why := s.hidden(controlling)
	if err := s.isolated(controlling, s.control); err != nil {
		w.Notes = append(w.Notes, "the grader's own side does not work: "+err.Error())
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
func (s *Stage) undecided(run *model.Run) string {
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

// controlTime is how long the control may take in all: a container starts within
// a second or two, and a machine that needs so much more is too busy to blame
// anybody.
const controlTime = 20 * time.Second

// control proves that what is in no student's reach works: the engine starts a
// container in the cluster's network, a program runs in it, and the cluster's
// registry answers.
func (s *Stage) control(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, controlTime, fmt.Errorf("the control took longer than %s", controlTime))
	defer cancel()
	c, err := s.Cluster.Beside(ctx, cluster.Beside{Name: "control", Memory: 64 << 20, Processes: 64})
	if err != nil {
		return fmt.Errorf("a container of the grader's own does not start: %w", err)
	}
	defer func() { _ = c.Close(context.WithoutCancel(ctx)) }() // what stays goes with the cluster
	var said bytes.Buffer
	code, err := c.Exec(ctx, cluster.Command{Args: []string{"bash", "-c", soundness}, Stdout: &said, Stderr: &said})
	if err == nil && code != 0 {
		err = fmt.Errorf("code %d: %s", code, strings.TrimSpace(said.String()))
	}
	return err
}

// soundness asks the registry, which only gives.
const soundness = "curl --silent --show-error --fail --max-time 5 --output /dev/null http://registry:5000/v2/"

// isolated does something while the nodes stand still, so that what runs on them
// cannot slow the machine down for it. A lab that somebody works on goes on.
func (s *Stage) isolated(ctx context.Context, do func(context.Context) error) error {
	if s.keep {
		return do(ctx)
	}
	var paused []cluster.Node
	defer func() {
		var going errgroup.Group
		for _, n := range paused {
			going.Go(func() error { return n.Unpause(context.WithoutCancel(ctx)) })
		}
		_ = going.Wait() // a node that stays frozen goes with the cluster
	}()
	for _, n := range s.Cluster.Nodes() {
		if state, err := n.State(ctx); err != nil || state != cluster.Running {
			continue
		}
		if err := n.Pause(ctx); err != nil {
			return fmt.Errorf("freezing %s: %w", n.Name(), err)
		}
		paused = append(paused, n)
	}
	return do(ctx)
}
