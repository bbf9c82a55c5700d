// Package run executes a run, from its arguments to its exit code: plan,
// clusters, execution, record, reports.
package run

import (
	"io"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

// Options say what to run and how. Only Platform.Start is required, unless Pool or
// DryRun is set.
type Options struct {
	Paths   []string        // files, folders and file.feature:LINE; none means the folder features
	Tags    string          // a Cucumber tag expression
	Name    string          // a regular expression that scenarios' names match
	Timings cluster.Timings // overrides the timings profile of every topology
	// Kubernetes are the versions on which scenarios run that name none, each scenario on
	// each; none means the newest.
	Kubernetes []cluster.Version
	Cluster    string   // the name of a running cluster for all scenarios
	Images     []string // of the local container engine, for pods to find in every cluster's registry
	Formats    []string // FORMAT or FORMAT:FILE; standard output gets pretty by default
	Record     string   // the folder for the record; empty means a new one in record.Store
	DryRun     bool     // stop after the plan
	Keep       bool     // leave the clusters up, in the state after their last scenarios
	// Parallel is the maximum number of scenarios that run at a time, and of their
	// clusters; 0 means one.
	Parallel int
	// Seed shuffles the scenarios; 0 keeps the order of the files.
	Seed int64
	// Times is the number of runs of each scenario; 0 means one. Each repetition
	// has its own verdict.
	Times int
	// Retry is the number of further tries for a scenario that does not pass. A
	// scenario that passes on a later try has passed, and every report shows the
	// earlier tries.
	Retry    int
	FailFast bool // start no scenario after one has failed

	Platform Platform
	Pool     *cluster.Pool // lends the clusters, and stays open; nil means one of the run's own
	// Environment is where the features of a lab run, and Render replaces the
	// variables of a student. Both are nil for features that are not part of a lab.
	Environment *steps.Environment
	Render      func([]byte) []byte
	// Redact returns a function that removes secrets from texts, also from sentences. It
	// is called for every event with texts before the event is recorded. No lock is
	// held, so it may query a cluster. nil removes what the Secrets of a scenario's
	// cluster hold from the events, and leaves the features as their authors wrote them.
	Redact func() func(string) string

	Vocabulary Vocabulary // nil means that of package steps

	Stdout, Stderr io.Writer // nil discards the output
	Color          bool      // Stdout can display colours
	Width, Height  int       // of the terminal that Stdout is; 0 if it is none
	Terminal       bool      // the plan goes to a terminal: a long one is shortened
	// UI serves the report as a page that grows while the run goes on, on this machine
	// only, at UIPort or, if that is 0, at any free port. The address goes to Stderr.
	UI     bool
	UIPort int
	// End ends the run in order, when a person asks for that on the page; nil cancels the
	// context of the run.
	End func()
	// Board draws lines on a terminal until stop is called: what runs, and what is in the
	// clusters. nil draws nothing, and Watch shows the scenarios.
	Board func(lines func(width int) []string) (stop func())
	// Watch starts a progress task for every scenario.
	Watch func(name string) progress.Task
	// Abort, when closed, makes the run remove its clusters at once, even while
	// steps run on them.
	Abort <-chan struct{}
}

// Scenario is a scenario that has run: its steps, notes and verdict.
type Scenario = model.Scenario

// Result is the result of a run.
type Result struct {
	Plan   *plan.Plan
	Run    *model.Run // nil after a dry run
	Record string     // the record's folder
}

func (o Options) complete() Options {
	if o.Vocabulary == nil {
		o.Vocabulary = &steps.Vocabulary{}
	}
	if o.Stdout == nil {
		o.Stdout = io.Discard
	}
	if o.Stderr == nil {
		o.Stderr = io.Discard
	}
	o.Stderr = terminal.Clean(o.Stderr)
	return o
}
