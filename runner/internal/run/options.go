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

// Options say what to run and how. Only Platform.Start is needed, and not even
// that if there is a Pool or the run is dry.
type Options struct {
	Paths   []string        // files, folders and file.feature:LINE; none means the folder features
	Tags    string          // a Cucumber tag expression
	Name    string          // a regular expression that scenarios' names match
	Timings cluster.Timings // in place of the timings of every topology
	Cluster string          // the name of a cluster that is up, to run everything on
	Images  []string        // of the local container engine, for pods to find in every cluster's registry
	Formats []string        // FORMAT or FORMAT:FILE; standard output is pretty if no other is
	Record  string          // the folder for the record; empty means one in record.Store
	DryRun  bool            // end after the plan
	Keep    bool            // leave the clusters up, as their last scenarios left them
	// Parallel is how many scenarios run at a time, on as many clusters at
	// most; 0 means one.
	Parallel int
	// Seed shuffles the scenarios; 0 keeps the order of the files.
	Seed int64
	// Times is how often each scenario runs; 0 means once. Each repetition has
	// a verdict of its own.
	Times int
	// Retry is how many more tries a scenario has that does not pass. One that
	// passes on a later try has passed, and every report tells the tries before.
	Retry    int
	FailFast bool // no scenario begins after one has failed

	Platform Platform
	Pool     *cluster.Pool // lends the clusters, and stays open; nil means one of the run's own
	// Environment is where the features of a lab run, and Render fills in what
	// differs from student to student; nil for features that stand alone.
	Environment *steps.Environment
	Render      func([]byte) []byte
	// Redact returns a function that hides in texts what nobody is to read. It is
	// called for every event that has texts, before they are recorded and under no
	// lock, so it may ask a cluster what there is to hide; nil hides nothing.
	Redact func() func(string) string

	Vocabulary Vocabulary // nil means that of package steps

	Stdout, Stderr io.Writer // nil means nowhere
	Color          bool      // Stdout can show colours
	// Watch begins a task for every scenario, to be drawn while it runs.
	Watch func(name string) progress.Task
	// Abort, when it is closed, removes the run's clusters at once, whatever
	// is running on them.
	Abort <-chan struct{}
}

// Scenario is a scenario that has run: its steps, what was seen, its verdict.
type Scenario = model.Scenario

// Result is what a run came to.
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
