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
	Aborted   string    // why the run ended before its plan; empty if it did not
	Scenarios []*Scenario
	byID      map[string]*Scenario
	ended     bool
}

// Scenario is a scenario of the plan and what became of it.
type Scenario struct {
	*plan.Scenario
	Repeat   string    // the command that runs it again
	Started  time.Time // zero if it was never reached
	Finished time.Time
	Steps    []*Step
	Notes    []Note
	Verdict  verdict.Verdict // empty while it is under way; see decide
	CutShort bool            // it was not finished when the run ended
	// Earlier are the tries before this one, in their order: what else a
	// Scenario holds is of its last try. None of them passed.
	Earlier []*Scenario
	retries int // how many tries may follow the first
}

// Step is a step of a scenario and what became of it.
type Step struct {
	plan.Step
	Started  time.Time
	Finished time.Time
	Returned bool           // Finished is when its function returned, whatever its hooks take
	Outcome  record.Outcome // empty while it is under way, or not reached yet
	Message  string         // why it did not pass
	Reason   verdict.Reason // who has to act on that, where the outcome does not tell
}

// Note is something that the steps told while the scenario ran.
type Note struct {
	At   time.Time
	Step int    // the number of the step it was told in, or 0 if before the first
	Kind string // an event.Kind
	Text string
	Data json.RawMessage
}

// Duration is how long the scenario took.
func (s *Scenario) Duration() time.Duration { return s.Finished.Sub(s.Started) }

// Duration is how long the step took; 0 for one that did not run.
func (s *Step) Duration() time.Duration { return s.Finished.Sub(s.Started) }

// FailedStep is the step that kept the scenario from passing, or nil.
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

// Flaky reports whether the scenario passed, and only on a later try.
func (s *Scenario) Flaky() bool { return s.Verdict == verdict.Passed && len(s.Earlier) > 0 }

// Tries are all tries of the scenario, in their order.
func (s *Scenario) Tries() []*Scenario { return append(slices.Clone(s.Earlier), s) }

// Decisive is the try that the verdict was taken from: the last one, unless an
// earlier one saw worse.
func (s *Scenario) Decisive() *Scenario {
	for _, try := range s.Earlier {
		if try.Verdict == s.Verdict && s.own() != s.Verdict {
			return try
		}
	}
	return s
}

// Outcome is the verdict of the last try alone, whatever the tries before it
// saw.
func (s *Scenario) Outcome() verdict.Verdict { return s.own() }

// own is the verdict of the last try alone, or empty while it is under way.
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

// Reached reports whether the scenario was begun.
func (s *Scenario) Reached() bool { return !s.Started.IsZero() }

// Count tells how many scenarios have a verdict.
func (r *Run) Count(v verdict.Verdict) int {
	n := 0
	for _, s := range r.Scenarios {
		if s.Verdict == v {
			n++
		}
	}
	return n
}

// Verdict merges those of the scenarios. A run that did not go through its
// plan is undecided at best.
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
