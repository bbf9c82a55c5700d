// Package record stores what a run did in an append-only folder: the plan, a copy
// of the features, and all events in order. All reports are computed from it,
// during the run or later.
package record

import (
	"encoding/json"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Version is the version of the events' format. A reader refuses a record
// with a higher one.
const Version = 2

// Event is one line of events.ndjson. Which fields are set depends on Type.
type Event struct {
	Version  int             `json:"v"`
	Type     Type            `json:"type"`
	At       time.Time       `json:"at"`
	Scenario string          `json:"scenario,omitempty"` // the id in the plan
	Try      int             `json:"try,omitempty"`      // of a scenario that started again: 2 for the second try
	Step     int             `json:"step,omitempty"`     // its number in the scenario, from 1
	Outcome  Outcome         `json:"outcome,omitempty"`  // of a step that finished
	Reason   verdict.Reason  `json:"reason,omitempty"`   // why it did not pass, where the outcome does not tell
	Text     string          `json:"text,omitempty"`     // an error, a note, why a run ended
	Note     string          `json:"note,omitempty"`     // the kind of a note, an event.Kind
	Data     json.RawMessage `json:"data,omitempty"`     // the note for programs
	Run      *Run            `json:"run,omitempty"`      // of a run that started
}

// Type says what an event tells of.
type Type string

// The types of events.
const (
	RunStarted      Type = "runStarted"
	ScenarioStarted Type = "scenarioStarted"
	StepStarted     Type = "stepStarted"
	Noted           Type = "noted"        // something that the steps told: see package steps
	StepReturned    Type = "stepReturned" // its function did; its outcome is told when its hooks have
	StepFinished    Type = "stepFinished"
	RunFinished     Type = "runFinished" // Text is empty when all of the plan was gone through
)

// Outcome is how a step ended: with a verdict, or not run because a step
// before it did not pass.
type Outcome string

// The outcomes.
const (
	Passed            = Outcome(verdict.Passed)
	Failed            = Outcome(verdict.Failed)
	Undecided         = Outcome(verdict.Undecided)
	NotRun    Outcome = "not run"
)

// Run is who wrote the record, on what.
type Run struct {
	ID        string `json:"id"`
	Owner     string `json:"owner"` // the process, as in the label of fixtures/labels
	GoVersion string `json:"go"`
	OS        string `json:"os"`
	Arch      string `json:"arch"`
}
