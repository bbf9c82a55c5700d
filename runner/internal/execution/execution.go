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
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps"
)

// Binder registers a vocabulary with godog. That of package steps calls the
// suite's own methods; tests have a smaller one.
type Binder interface {
	Bind(*steps.Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext))
}

// Execution is what a plan is run with.
type Execution struct {
	Plan     *plan.Plan
	Binder   Binder
	Pool     *cluster.Pool   // lends the clusters
	Timings  cluster.Timings // in place of those that scenarios ask for; empty means theirs
	Parallel int             // how many scenarios run at a time; 0 means one
	Keep     bool            // what scenarios leave is kept as long as it is in nobody's way; see Kept
	// Stays is set if the clusters stay after the run: Run does not wait until the namespaces
	// of scenarios that shared a cluster are deleted.
	Stays       bool
	Environment *steps.Environment // where all scenarios run, in place of clusters of the Pool
	Append      func(record.Event)
	// Redact hides in an event what nobody is to read; nil hides nothing. It may
	// ask the cluster what that is, so it is never called under a lock. Every text
	// passes through it before it is appended.
	Redact func(record.Event) record.Event
	// Watch begins a task for a scenario under way, to show it on a terminal;
	// nil means nobody looks.
	Watch func(name string) progress.Task

	sessions steps.Sessions
}

// Run runs the plan until its end or the context's. A step that the end of
// the context cuts off is undecided, and no scenario is begun after it. The
// error tells why the plan was not gone through; what failed in the scenarios
// is in the record.
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

// settle waits until the clusters are as they were found: what the last
// scenarios left is being deleted.
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

func (x *Execution) redacted(e record.Event) record.Event {
	if x.Redact == nil {
		return e
	}
	return x.Redact(e)
}

// watch begins a task on the terminal, if there is one.
func (x *Execution) watch(name string) progress.Task {
	if x.Watch == nil {
		return progress.Begin(context.Background(), name)
	}
	return x.Watch(name)
}

// Kept returns what the scenarios left, after Run with Keep.
func (x *Execution) Kept() []steps.Kept { return x.sessions.Kept() }

// work runs scenarios of the queue one after the other. What goes wrong with
// godog itself ends the run, and so does a failure if the plan says so: the
// others finish what they have begun.
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

// one has godog run one scenario, as the plan has it, even if its file has
// changed since.
func (x *Execution) one(ctx context.Context, planned *plan.Scenario, try int) (found verdict.Verdict, err error) {
	s := newRecorder(ctx, x, planned, try)
	suiteInit, scenarioInit := x.Binder.Bind(&steps.Suite{
		Pool: x.Pool, Timings: x.Timings, Environment: x.Environment, Keep: x.Keep, Sessions: &x.sessions, Selected: s.selected, OnEvent: s.note, Folder: s.folder,
		Retries: x.Plan.Retry > 0,
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

// formatName is the formatter that godog knows the recorders by.
const formatName = "gherkube"

// recorders holds those at work, by the name of their suite: godog has one
// global table of formatters, and a process may have several runs.
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
