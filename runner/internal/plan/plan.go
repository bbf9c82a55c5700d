// Package plan is what a run will do: the scenarios, their order and their clusters.
// Package planner makes plans.
package plan

import (
	"cmp"
	"fmt"
	"strconv"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// SlowTag is the tag of scenarios that take minutes: they run when they are asked
// for, by this tag or by their line.
const SlowTag = "@slow"

// Plan is what a run will do. Written as JSON it is part of the record.
type Plan struct {
	Scenarios []*Scenario `json:"scenarios"`
	Sources   []Source    `json:"sources"`
	Versions  []Version   `json:"versions,omitempty"`
	Seed      int64       `json:"seed,omitempty"`     // of the order, if it is random
	Times     int         `json:"times,omitempty"`    // how often each scenario runs; 0 means once
	Retry     int         `json:"retry,omitempty"`    // how many more tries a scenario has that does not pass
	FailFast  bool        `json:"failFast,omitempty"` // no scenario begins after one has failed
	Cluster   string      `json:"cluster,omitempty"`  // the cluster that all scenarios run on, if one was named
	Parallel  int         `json:"parallel,omitempty"` // how many scenarios run at a time; 0 means one
	Slow      int         `json:"slow,omitempty"`     // how many scenarios were left out for being slow
	Repeat    string      `json:"repeat"`             // the command that does the same again
	Flags     string      `json:"flags,omitempty"`    // those of its flags that a single scenario needs too
}

// Version is the version of something that the run stands on.
type Version struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Source is a feature file as it was when the plan was made.
type Source struct {
	URI     string `json:"uri"`
	Content []byte `json:"-"` // the record keeps it as a file of its own
}

// Scenario is one scenario, or one row of an outline.
type Scenario struct {
	ID        string            `json:"id"` // FILE:LINE, and #N for each repetition
	File      string            `json:"file"`
	Line      int               `json:"line"`
	Feature   string            `json:"feature"`
	Rule      string            `json:"rule,omitempty"` // the name of the rule that it stands in
	Name      string            `json:"name"`
	Row       bool              `json:"row,omitempty"`        // it is a row of an outline
	Number    int               `json:"repetition,omitempty"` // which repetition this is, from 1; 0 for a scenario that runs once
	Tags      []string          `json:"tags,omitempty"`
	Topology  cluster.Topology  `json:"topology"`
	Isolation cluster.Isolation `json:"isolation"`
	Clean     bool              `json:"clean,omitempty"` // it begins when nothing is left of the scenarios before it
	Steps     []Step            `json:"steps"`

	Pickle *messages.Pickle `json:"-"` // as it was read; nil in a plan of a record
}

// Step is one sentence of a scenario, with the definition that it matches.
type Step struct {
	Line    int    `json:"line"`
	Keyword string `json:"keyword"`
	Text    string `json:"text"`
	Pattern string `json:"pattern,omitempty"`
	Topic   string `json:"topic,omitempty"`
	// Calls are the sentences that a step of a phrase stands for: that of the scenario
	// first, then those of phrases within phrases.
	Calls []Call `json:"calls,omitempty"`
	File  string `json:"file,omitempty"` // where a step of a phrase stands
	// Below is the Argument of a step of a phrase, which the scenario's file does not have.
	Below *messages.PickleStepArgument `json:"below,omitempty"`

	Type     messages.PickleStepType      `json:"-"` // of the keyword, And and But resolved
	Argument *messages.PickleStepArgument `json:"-"` // the doc string or table below it, or nil
	Opens    int                          `json:"-"` // the line of the doc string's first quotes, or 0
}

// Call is a sentence that stands for the steps of a phrase.
type Call struct {
	Text    string `json:"text"`
	Keyword string `json:"keyword"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Step    int    `json:"step,omitempty"` // of the scenario's own: its number there, from 1
}

// FileOf is the file of a step of the scenario: that of its phrase, or the scenario's own.
func (s *Scenario) FileOf(step Step) string { return cmp.Or(step.File, s.File) }

// PlaceOf is FILE:LINE of a step of the scenario.
func (s *Scenario) PlaceOf(step Step) string { return ID(s.FileOf(step), step.Line) }

// DocString returns the text below the sentence, or "".
func (s Step) DocString() string {
	if s.Argument == nil || s.Argument.DocString == nil {
		return ""
	}
	return s.Argument.DocString.Content
}

// ID names the scenario at a line of a file.
func ID(file string, line int) string { return file + ":" + strconv.Itoa(line) }

// At returns the scenario at FILE:LINE with all its repetitions.
func (p *Plan) At(place string) []*Scenario {
	var found []*Scenario
	for _, s := range p.Scenarios {
		if s.Place() == place {
			found = append(found, s)
		}
	}
	return found
}

// RepeatOne is the command that runs just this scenario again.
func (p *Plan) RepeatOne(s *Scenario) string {
	return Command("run", Quote(s.Place()), p.Flags)
}

// Place is FILE:LINE, as the command line takes it.
func (s *Scenario) Place() string { return ID(s.File, s.Line) }

// Title is the scenario's name, which tells repetitions apart.
func (s *Scenario) Title() string {
	if s.Number == 0 {
		return s.Name
	}
	return fmt.Sprintf("%s (repetition %d)", s.Name, s.Number)
}

// InRule is the scenario's title, after the name of its rule: two rules may
// have scenarios of one name.
func (s *Scenario) InRule() string {
	if s.Rule == "" {
		return s.Title()
	}
	return s.Rule + " - " + s.Title()
}
