// Package execution runs a plan with godog and records the events. godog parses
// features, matches steps and calls functions. It does not decide verdicts; those
// are computed from the record.
package execution

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/cucumber/godog"
	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps"
)

// Binder registers a vocabulary with godog. Package steps implements it with the
// suite's own methods, tests with a smaller vocabulary.
type Binder interface {
	Bind(*steps.Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext))
}

// Execution runs a plan.
type Execution struct {
	Plan     *plan.Plan
	Binder   Binder
	Pool     *cluster.Pool   // lends the clusters
	Timings  cluster.Timings // overrides those of the scenarios, unless empty
	Parallel int             // maximum number of scenarios that run at a time; 0 means one
	Keep     bool            // keep what scenarios leave until another scenario needs the cluster; see Kept
	// Stays is set if the clusters stay after the run: Run does not wait until the namespaces
	// of scenarios that shared a cluster are deleted.
	Stays       bool
	Environment *steps.Environment // if set, all scenarios run here instead of on clusters of the Pool
	Append      func(record.Event)
	// Redact removes secrets from an event. It may query the cluster, so it is never
	// called under a lock. nil removes what the Secrets of the scenario's cluster hold.
	Redact func(record.Event) record.Event
	// Watch starts a progress task for a running scenario; nil disables progress.
	Watch func(name string) progress.Task
	// Quiet has no progress task for scenarios, since they are shown elsewhere.
	Quiet bool
	// OnBegin is called when a scenario of the plan has its cluster, with a function that
	// returns what has happened there since. nil means no callback.
	OnBegin func(scenario string, sofar func() timeline.Timeline)

	sessions steps.Sessions
}

// Run runs the plan until its end or the end of the context. A step that the
// context interrupts is undecided, and no scenario starts after it. The error says
// why the plan was not completed. The record says what failed in the scenarios.
func (x *Execution) Run(ctx context.Context) error {
	defer x.sessions.Close()
	queue := &queue{scenarios: inOrder(x.Plan.Scenarios, x.Parallel)}
	var working errgroup.Group
	for range max(1, x.Parallel) {
		working.Go(func() error { return x.work(ctx, queue) })
	}
	err := working.Wait()
	x.settle(ctx)
	return err
}

// settle waits until the clusters match their baseline: the leftovers of the last
// scenarios are still being deleted.
func (x *Execution) settle(ctx context.Context) {
	if x.Stays {
		x.sessions.SettleAlone()
		return
	}
	going := x.sessions.Going()
	if len(going) == 0 {
		return
	}
	defer x.watch("waiting until what scenarios left is deleted: " + strings.Join(going, ", ")).End(nil)
	x.sessions.Settle(ctx)
}

// watch starts a progress task, if there is a terminal.
func (x *Execution) watch(name string) progress.Task {
	if x.Watch == nil {
		return progress.Begin(context.Background(), name)
	}
	return x.Watch(name)
}

// Kept returns what Run left behind because of Keep.
func (x *Execution) Kept() []steps.Kept { return x.sessions.Kept() }

// work runs scenarios of the queue one after the other. An error of godog itself
// ends the run, and so does a failed scenario with FailFast. Scenarios of other
// workers that have started run to their end.
func (x *Execution) work(ctx context.Context, queue *queue) error {
	for s := queue.next(); s != nil; s = queue.next() {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		found, err := x.untilPassed(ctx, s)
		if err != nil {
			queue.end()
			return err
		}
		if x.Plan.FailFast && found == verdict.Failed && queue.end() > 0 {
			return fmt.Errorf("--fail-fast: %s failed", s.Place())
		}
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// one runs one scenario with godog, as the plan has it, even if the file has
// changed since.
func (x *Execution) one(ctx context.Context, planned *plan.Scenario, try int) (found verdict.Verdict, err error) {
	s := newRecorder(ctx, x, planned, try)
	suiteInit, scenarioInit := x.Binder.Bind(&steps.Suite{
		Pool: x.Pool, Timings: x.Timings, Environment: x.Environment, Keep: x.Keep, Sessions: &x.sessions, Selected: s.selected, OnEvent: s.note, Folder: s.folder,
		Retries: x.Plan.Retry > 0, OnBegin: s.began,
	})
	name := enlist(s)
	defer dismiss(s)
	defer func() {
		if r := recover(); r != nil {
			err = s.crashed(r, debug.Stack())
		}
	}()
	code := godog.TestSuite{
		Name: name, TestSuiteInitializer: suiteInit, ScenarioInitializer: scenarioInit,
		Options: &godog.Options{
			Format: formatName, Output: io.Discard, NoColors: true, Strict: true, Concurrency: 1,
			FeatureContents: []godog.Feature{{Name: planned.File, Contents: planned.Gherkin()}}, DefaultContext: ctx,
		},
	}.Run()
	if code > 1 {
		return "", fmt.Errorf("godog refused %s with code %d: its own message is above", planned.File, code)
	}
	return s.verdict(), nil
}

// formatName is the name under which the recorder is registered with godog as a
// formatter.
const formatName = "gherkube"

// recorders maps names of suites to their recorders. godog has one global table of
// formatters, while a process may execute several runs.
var recorders sync.Map

var register = sync.OnceFunc(func() {
	godog.Format(formatName, "gherkube's record", func(suite string, _ io.Writer) godog.Formatter {
		found, ok := recorders.Load(suite)
		if !ok {
			panic("gherkube's formatter was asked for by a suite that is not gherkube's: " + suite)
		}
		return found.(*recorder)
	})
})

func enlist(s *recorder) string {
	register()
	recorders.Store(s.name(), s)
	return s.name()
}

func dismiss(s *recorder) { recorders.Delete(s.name()) }
