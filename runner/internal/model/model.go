// Package model folds a record into scenarios with their steps, verdicts and notes.
// Every report is a view of the model.
package model

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// Run is one run of a plan.
type Run struct {
	Plan      *plan.Plan
	By        record.Run
	Started   time.Time
	Finished  time.Time // when it ended, or its last event if it was cut short
	Aborted   string    // why the run ended before its plan; empty if the plan was completed
	Scenarios []*Scenario
	byID      map[string]*Scenario
	ended     bool
}

// Scenario is a scenario of the plan and its result.
type Scenario struct {
	*plan.Scenario
	Repeat   string    // the command that runs it again
	Started  time.Time // zero if it was never reached
	Finished time.Time
	Steps    []*Step
	Notes    []Note
	Verdict  verdict.Verdict // empty until decided; see decide
	CutShort bool            // the run ended before the scenario did
	// Earlier holds the tries before the last one, in order. None of them passed.
	// All other fields of Scenario describe the last try.
	Earlier []*Scenario
	retries int // how many more tries may follow the first one
}

// Step is a step of a scenario and its result.
type Step struct {
	plan.Step
	Started  time.Time
	Finished time.Time
	Returned bool           // the step's function has returned (at Finished); its hooks may still run
	Outcome  record.Outcome // empty until the step has finished
	Message  string         // why it did not pass
	Reason   verdict.Reason // who has to act, if the outcome does not say
}

// Note is a note that a step reported during the scenario.
type Note struct {
	At   time.Time
	Step int    // the number of the step that reported it, or 0 before the first step
	Kind string // an event.Kind
	Text string
	Data json.RawMessage
}

// Duration returns how long the scenario took. It is 0 if the machine's clock was set back
// meanwhile.
func (s *Scenario) Duration() time.Duration { return max(0, s.Finished.Sub(s.Started)) }

// Duration returns how long the step took, or 0 if it did not run.
func (s *Step) Duration() time.Duration { return max(0, s.Finished.Sub(s.Started)) }

// FailedStep returns the step that kept the scenario from passing, or nil.
func (s *Scenario) FailedStep() *Step {
	for _, step := range s.Steps {
		if step.Outcome == record.Failed || step.Outcome == record.Undecided {
			return step
		}
	}
	return nil
}

// NotesOf returns the notes of one kind.
func (s *Scenario) NotesOf(kind string) []Note {
	var found []Note
	for _, n := range s.Notes {
		if n.Kind == kind {
			found = append(found, n)
		}
	}
	return found
}

// Flaky reports whether the scenario passed on a later try only.
func (s *Scenario) Flaky() bool { return s.Verdict == verdict.Passed && len(s.Earlier) > 0 }

// Tries returns all tries of the scenario, in order.
func (s *Scenario) Tries() []*Scenario { return append(slices.Clone(s.Earlier), s) }

// Decisive returns the try that decided the verdict: the last one, unless an
// earlier try was worse.
func (s *Scenario) Decisive() *Scenario {
	for _, try := range s.Earlier {
		if try.Verdict == s.Verdict && s.own() != s.Verdict {
			return try
		}
	}
	return s
}

// Outcome returns the verdict of the last try alone.
func (s *Scenario) Outcome() verdict.Verdict { return s.own() }

// own returns the verdict of the last try alone, or "" while the try is running.
func (s *Scenario) own() verdict.Verdict {
	merged := verdict.Passed
	for _, step := range s.Steps {
		switch step.Outcome {
		case "":
			return ""
		case record.NotRun:
		default:
			merged = verdict.Worst(merged, verdict.Verdict(step.Outcome))
		}
	}
	return merged
}

// Reached reports whether the scenario was started.
func (s *Scenario) Reached() bool { return !s.Started.IsZero() }

// Count returns the number of scenarios with the verdict v.
func (r *Run) Count(v verdict.Verdict) int {
	n := 0
	for _, s := range r.Scenarios {
		if s.Verdict == v {
			n++
		}
	}
	return n
}

// Verdict returns the merged verdict of all scenarios. A run that did not complete
// its plan is undecided at best.
func (r *Run) Verdict() verdict.Verdict {
	merged := verdict.Passed
	if r.Aborted != "" {
		merged = verdict.Undecided
	}
	for _, s := range r.Scenarios {
		merged = verdict.Worst(merged, s.Verdict)
	}
	return merged
}

// Running reports whether the scenario has started and has no verdict yet.
func (s *Scenario) Running() bool { return s.Reached() && s.Verdict == "" }

// Current returns the index of the step that runs, or -1 before the first step and
// between tries.
func (s *Scenario) Current() int {
	current := -1
	for i, step := range s.Steps {
		if step.Started.IsZero() {
			break
		}
		if step.Outcome == "" {
			current = i
		}
	}
	return current
}
