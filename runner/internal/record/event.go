// Package record stores what a run did in an append-only folder: the plan, a copy
// of the features, and all events in order. All reports are computed from it,
// during the run or later.
package record

import (
	"encoding/json"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Version is the version of the event format. Read rejects records with a higher
// version.
const Version = 2

// Event is one line of events.ndjson. Which fields are set depends on Type.
type Event struct {
	Version  int             `json:"v"`
	Type     Type            `json:"type"`
	At       time.Time       `json:"at"`
	Scenario string          `json:"scenario,omitempty"` // the ID in the plan
	Try      int             `json:"try,omitempty"`      // of a scenario that was retried: 2 for the second try
	Step     int             `json:"step,omitempty"`     // its number in the scenario, from 1
	Outcome  Outcome         `json:"outcome,omitempty"`  // of a step that finished
	Reason   verdict.Reason  `json:"reason,omitempty"`   // why the step did not pass, if the outcome does not say
	Text     string          `json:"text,omitempty"`     // an error, a note, or why a run ended
	Note     string          `json:"note,omitempty"`     // the kind of a note, an event.Kind
	Data     json.RawMessage `json:"data,omitempty"`     // the note in machine-readable form
	Run      *Run            `json:"run,omitempty"`      // of a run that started
}

// Type is the type of an event.
type Type string

// The types of events.
const (
	RunStarted      Type = "runStarted"
	ScenarioStarted Type = "scenarioStarted"
	StepStarted     Type = "stepStarted"
	Noted           Type = "noted"        // reported by a step; see package event
	StepReturned    Type = "stepReturned" // the step's function returned; the outcome follows after its hooks
	StepFinished    Type = "stepFinished"
	RunFinished     Type = "runFinished" // Text is empty if the whole plan was completed
)

// Outcome is the result of a step: a verdict, or not run because an earlier step
// did not pass.
type Outcome string

// The outcomes.
const (
	Passed            = Outcome(verdict.Passed)
	Failed            = Outcome(verdict.Failed)
	Undecided         = Outcome(verdict.Undecided)
	NotRun    Outcome = "not run"
)

// Run describes the process that wrote the record, and its environment.
type Run struct {
	ID        string `json:"id"`
	Owner     string `json:"owner"` // the process, as in the label of fixtures/labels
	GoVersion string `json:"go"`
	OS        string `json:"os"`
	Arch      string `json:"arch"`
}
