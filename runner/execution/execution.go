// Package execution has godog run a plan, and writes down what happened.
// godog parses, matches and calls; it has no say in the verdicts, which are
// computed from the record.
package execution

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/plan"
	"github.com/gherkube/gherkube/runner/record"
	"github.com/gherkube/gherkube/steps"
)

// Binder registers a vocabulary with godog. That of package steps calls the
// suite's own methods; tests have a smaller one.
type Binder interface {
	Bind(*steps.Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext))
}

// Execution is what a plan is run with.
type Execution struct {
	Plan   *plan.Plan
	Binder Binder
	Suite  *steps.Suite // its Selected and Hear are set by Run
	Append func(record.Event)
	// Watch begins a task for a scenario under way, to show it on a terminal;
	// nil means nobody looks.
	Watch func(name string) progress.Task
}

// Run runs the plan until its end or the context's. A step that the end of
// the context cuts off is undecided, and the scenarios after it are not begun.
// The error tells why the plan was not gone through; what failed in the
// scenarios is in the record.
func (x Execution) Run(ctx context.Context) (err error) {
	s := newScribe(ctx, x)
	x.Suite.Selected, x.Suite.Hear = s.selected, s.hear
	suiteInit, scenarioInit := x.Binder.Bind(x.Suite)
	defer func() {
		if r := recover(); r != nil {
			err = s.crashed(r, debug.Stack())
		}
	}()
	code := godog.TestSuite{
		Name: enlist(s), TestSuiteInitializer: suiteInit, ScenarioInitializer: scenarioInit,
		Options: &godog.Options{
			Format: formatName, Output: io.Discard, NoColors: true, Strict: true, Concurrency: 1,
			FeatureContents: contents(x.Plan), DefaultContext: ctx,
		},
	}.Run()
	dismiss(s)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if code > 1 {
		return fmt.Errorf("godog refused the features with code %d: its own message is above", code)
	}
	return nil
}

// contents are the features as the plan read them: what is run is what was
// planned, even if a file has changed since.
func contents(p *plan.Plan) []godog.Feature {
	all := make([]godog.Feature, len(p.Sources))
	for i, s := range p.Sources {
		all[i] = godog.Feature{Name: s.URI, Contents: s.Content}
	}
	return all
}

// formatName is the formatter that godog knows the scribes by.
const formatName = "gherkube"

// scribes holds those at work, by the name of their suite: godog has one
// global table of formatters, and a process may have several runs.
var scribes sync.Map

var register = sync.OnceFunc(func() {
	godog.Format(formatName, "gherkube's record", func(suite string, _ io.Writer) godog.Formatter {
		found, ok := scribes.Load(suite)
		if !ok {
			panic("gherkube's formatter was asked for by a suite that is not gherkube's: " + suite)
		}
		return found.(*scribe)
	})
})

func enlist(s *scribe) string {
	register()
	scribes.Store(s.name(), s)
	return s.name()
}

func dismiss(s *scribe) { scribes.Delete(s.name()) }
