// Package plan decides what a run will do before anything starts: the scenarios,
// their order and their clusters. It checks that every step is in the vocabulary.
package plan

import (
	"fmt"
	"strconv"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/feature"
)

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

	pickle *messages.Pickle // as it was read
}

// Step is one sentence of a scenario, with the definition that it matches.
type Step struct {
	Line    int    `json:"line"`
	Keyword string `json:"keyword"`
	Text    string `json:"text"`
	Pattern string `json:"pattern,omitempty"`
	Topic   string `json:"topic,omitempty"`

	kind  messages.PickleStepType      // of the keyword, And and But resolved
	below *messages.PickleStepArgument // the doc string or table below it, or nil
	opens int                          // the line of the doc string's first quotes, or 0
}

// DocString returns the text below the sentence, or "".
func (s Step) DocString() string {
	if s.below == nil || s.below.DocString == nil {
		return ""
	}
	return s.below.DocString.Content
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
	return command("run", quote(s.Place()), p.Flags)
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

// words are the lines and the keywords of a file by the ids of its parts.
type words struct {
	lines      map[string]int
	docStrings map[string]int
	keywords   map[string]string
}

func wordsOf(file *feature.File) words {
	return words{feature.Lines(file.Document), feature.DocStrings(file.Document), feature.Keywords(file.Document)}
}

// scenarioOf describes a pickle of a file.
func scenarioOf(file *feature.File, of words, pickle *messages.Pickle) *Scenario {
	line := feature.PickleLine(of.lines, pickle)
	s := &Scenario{
		ID: ID(file.URI, line), File: file.URI, Line: line,
		Feature: file.Document.Feature.Name, Name: pickle.Name,
		Row: len(pickle.AstNodeIds) > 1, pickle: pickle,
	}
	for _, tag := range pickle.Tags {
		s.Tags = append(s.Tags, tag.Name)
	}
	for _, step := range pickle.Steps {
		step.Text = spaced(step.Text) // godog gets the pickle
		s.Steps = append(s.Steps, Step{
			Line: of.lines[step.AstNodeIds[0]], Keyword: of.keywords[step.AstNodeIds[0]],
			Text: step.Text, kind: step.Type, below: step.Argument, opens: of.docStrings[step.AstNodeIds[0]],
		})
	}
	return s
}

// InRule is the scenario's title, after the name of its rule: two rules may
// have scenarios of one name.
func (s *Scenario) InRule() string {
	if s.Rule == "" {
		return s.Title()
	}
	return s.Rule + " - " + s.Title()
}

func (s *Scenario) sentences() []string {
	sentences := make([]string, len(s.Steps))
	for i, step := range s.Steps {
		sentences[i] = step.Text
	}
	return sentences
}
