// Package plan describes a run before it starts: the scenarios, their order and
// their clusters. Package planner makes plans.
package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// SlowTag marks scenarios that take minutes. They run only when selected by this
// tag or by their line.
const SlowTag = "@slow"

// Plan describes what a run will do. The record stores it as JSON.
type Plan struct {
	Scenarios []*Scenario `json:"scenarios"`
	Sources   []Source    `json:"sources"`
	Versions  []Version   `json:"versions,omitempty"`
	Seed      int64       `json:"seed,omitempty"`     // of the random order; 0 if the order is fixed
	Times     int         `json:"times,omitempty"`    // how often each scenario runs; 0 means once
	Retry     int         `json:"retry,omitempty"`    // how many more tries a scenario gets that does not pass
	FailFast  bool        `json:"failFast,omitempty"` // no scenario starts after one has failed
	Cluster   string      `json:"cluster,omitempty"`  // the named cluster that all scenarios run on, if any
	Parallel  int         `json:"parallel,omitempty"` // how many scenarios run at a time; 0 means one
	Slow      int         `json:"slow,omitempty"`     // how many slow scenarios were left out
	// Matrix lists the versions of Kubernetes if scenarios run on several.
	Matrix []cluster.Version `json:"matrix,omitempty"`
	Repeat string            `json:"repeat"`          // the command that repeats the run
	Flags  string            `json:"flags,omitempty"` // the flags of Repeat that a single scenario needs too
}

// Version is the version of a component that the run depends on.
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
	ID        string            `json:"id"` // FILE:LINE, with @VERSION if it runs on several, and #N for each repetition
	File      string            `json:"file"`
	Line      int               `json:"line"`
	Feature   string            `json:"feature"`
	Rule      string            `json:"rule,omitempty"` // the name of the rule that contains it
	Name      string            `json:"name"`
	Row       bool              `json:"row,omitempty"`        // whether it is a row of an outline
	Number    int               `json:"repetition,omitempty"` // the number of the repetition, from 1; 0 for a scenario that runs once
	Tags      []string          `json:"tags,omitempty"`
	Topology  cluster.Topology  `json:"topology"`
	Isolation cluster.Isolation `json:"isolation"`
	Matrix    bool              `json:"matrix,omitempty"` // whether it runs on several versions of Kubernetes
	Clean     bool              `json:"clean,omitempty"`  // whether it needs a cluster without leftovers of earlier scenarios
	Steps     []Step            `json:"steps"`

	Pickle *messages.Pickle `json:"-"` // the parsed scenario; nil in a plan read from a record
}

// Step is one sentence of a scenario, with the definition that it matches.
type Step struct {
	Line    int    `json:"line"`
	Keyword string `json:"keyword"`
	Text    string `json:"text"`
	Pattern string `json:"pattern,omitempty"`
	Topic   string `json:"topic,omitempty"`
	// Calls are the sentences that led to a step of a phrase, outermost first: the
	// sentence of the scenario, then those of nested phrases.
	Calls []Call `json:"calls,omitempty"`
	File  string `json:"file,omitempty"` // the file of a step of a phrase
	// Below is the argument of a step of a phrase; the scenario's file does not
	// contain it.
	Below *messages.PickleStepArgument `json:"below,omitempty"`

	Type     messages.PickleStepType      `json:"-"` // of the keyword; And and But are resolved
	Argument *messages.PickleStepArgument `json:"-"` // the doc string or table below it, or nil
	Opens    int                          `json:"-"` // the line of the doc string's first quotes, or 0
}

// Call is a sentence that calls a phrase.
type Call struct {
	Text    string `json:"text"`
	Keyword string `json:"keyword"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Step    int    `json:"step,omitempty"` // of the scenario's own: its number there, from 1
}

// FileOf returns the file of a step: the file of its phrase, or the scenario's own.
func (s *Scenario) FileOf(step Step) string { return cmp.Or(step.File, s.File) }

// PlaceOf returns FILE:LINE of a step.
func (s *Scenario) PlaceOf(step Step) string { return ID(s.FileOf(step), step.Line) }

// DocString returns the doc string of the step, or "".
func (s Step) DocString() string {
	if s.Argument == nil || s.Argument.DocString == nil {
		return ""
	}
	return s.Argument.DocString.Content
}

// ID returns the ID of the scenario at a line of a file.
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

// RepeatOne returns the command that runs only this scenario again.
func (p *Plan) RepeatOne(s *Scenario) string {
	kubernetes := ""
	if s.Matrix {
		kubernetes = "--kubernetes " + s.Topology.Kubernetes.String()
	}
	return Command("run", Quote(s.Place()), p.Flags, kubernetes)
}

// Place returns FILE:LINE, as the command line takes it.
func (s *Scenario) Place() string { return ID(s.File, s.Line) }

// Title returns the scenario's name, with its version of Kubernetes if it runs on several,
// and the number of its repetition if it has one.
func (s *Scenario) Title() string {
	title := s.Name
	if s.Matrix {
		title += fmt.Sprintf(" (Kubernetes %s)", s.Topology.Kubernetes)
	}
	if s.Number > 0 {
		title += fmt.Sprintf(" (repetition %d)", s.Number)
	}
	return title
}

// Kubernetes returns the versions of Kubernetes of all clusters, the oldest first.
func (p *Plan) Kubernetes() (all []cluster.Version) {
	for _, v := range cluster.Versions {
		if slices.ContainsFunc(p.Scenarios, func(s *Scenario) bool { return s.Topology.Kubernetes == v }) {
			all = append(all, v)
		}
	}
	return all
}

// InRule returns the title after the name of the rule, because two rules may
// contain scenarios with the same name.
func (s *Scenario) InRule() string {
	if s.Rule == "" {
		return s.Title()
	}
	return s.Rule + " - " + s.Title()
}
