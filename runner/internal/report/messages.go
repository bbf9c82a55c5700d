package report

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// protocol is the version of Cucumber Messages that godog's own types implement.
const protocol = "21.0.1"

// cucumber is the format messages: Cucumber Messages, one JSON object per line.
type cucumber struct{ out io.Writer }

func newMessages(out io.Writer, _ Style) View { return cucumber{out} }

// Finished does nothing: test cases are described before the first one runs.
func (c cucumber) Finished(*model.Scenario) error { return nil }

// End writes the messages.
func (c cucumber) End(run *model.Run) error {
	s := &stream{
		encoder: json.NewEncoder(c.out), run: run, newID: (&messages.Incrementing{}).NewId,
		pickles: map[string]*messages.Pickle{}, nodes: map[string]string{}, definitions: map[string]string{},
	}
	s.encoder.SetEscapeHTML(false)
	s.meta()
	var files []*feature.File
	for _, source := range run.Plan.Sources {
		if file := s.source(source); file != nil {
			files = append(files, file)
		}
	}
	for _, file := range files {
		s.picklesOf(file)
	}
	s.stepDefinitions()
	s.send(&messages.Envelope{TestRunStarted: &messages.TestRunStarted{Timestamp: stampOf(run.Started)}})
	for _, scenario := range run.Scenarios {
		s.testCase(scenario)
	}
	s.send(&messages.Envelope{TestRunFinished: &messages.TestRunFinished{
		Message: run.Aborted, Success: run.Verdict() == "passed", Timestamp: stampOf(run.Finished),
	}})
	return s.err
}

// stream writes messages and keeps track of their IDs. It keeps its first error.
type stream struct {
	encoder     *json.Encoder
	run         *model.Run
	newID       func() string
	pickles     map[string]*messages.Pickle // by the scenario's id in the plan
	nodes       map[string]string           // IDs of AST nodes, by FILE:LINE
	definitions map[string]string           // IDs of step definitions, by pattern
	err         error
}

func (s *stream) send(e *messages.Envelope) {
	if s.err == nil {
		s.err = s.encoder.Encode(e)
	}
}

func (s *stream) meta() {
	by := s.run.By
	s.send(&messages.Envelope{Meta: &messages.Meta{
		ProtocolVersion: protocol,
		Implementation:  &messages.Product{Name: "gherkube", Version: versionOf(s.run.Plan, "gherkube")},
		Runtime:         &messages.Product{Name: "go", Version: by.GoVersion},
		Os:              &messages.Product{Name: by.OS},
		Cpu:             &messages.Product{Name: by.Arch},
	}})
}

func versionOf(p *plan.Plan, name string) string {
	for _, v := range p.Versions {
		if v.Name == name {
			return v.Version
		}
	}
	return ""
}

// source sends a feature as the plan read it. It returns nil if the record's copy
// cannot be parsed.
func (s *stream) source(source plan.Source) *feature.File {
	file, problems := feature.Parse(source.URI, source.Content, s.newID)
	if file == nil {
		s.err = fmt.Errorf("the record's copy of %s cannot be read: %v", source.URI, problems)
		return nil
	}
	s.send(&messages.Envelope{Source: &messages.Source{
		Uri: source.URI, Data: string(source.Content),
		MediaType: messages.SourceMediaType_TEXT_X_CUCUMBER_GHERKIN_PLAIN,
	}})
	s.send(&messages.Envelope{GherkinDocument: file.Document})
	for id, line := range feature.Lines(file.Document) {
		s.nodes[plan.ID(file.URI, line)] = id
	}
	return file
}

// picklesOf sends the planned pickles of a feature, with phrases replaced by their
// steps.
func (s *stream) picklesOf(file *feature.File) {
	lines := feature.Lines(file.Document)
	for _, pickle := range file.Pickles {
		id := plan.ID(file.URI, feature.PickleLine(lines, pickle))
		for _, planned := range s.run.Plan.At(id) {
			own := s.repetition(expanded(pickle, planned, s.newID, func(place string) string { return s.nodes[place] }), planned)
			s.pickles[planned.ID] = own
			s.send(&messages.Envelope{Pickle: own})
		}
	}
}

// repetition returns a separate pickle for each repetition of a scenario. Consumers
// merge the results of one pickle, so all but the last would get lost.
func (s *stream) repetition(pickle *messages.Pickle, planned *plan.Scenario) *messages.Pickle {
	if planned.Number == 0 {
		return pickle
	}
	own := *pickle
	own.Id, own.Name, own.Steps = s.newID(), planned.Title(), nil
	for _, step := range pickle.Steps {
		copied := *step
		copied.Id = s.newID()
		own.Steps = append(own.Steps, &copied)
	}
	return &own
}

// stepDefinitions sends the step definitions that the plan's sentences match.
func (s *stream) stepDefinitions() {
	topics := map[string]string{}
	for _, scenario := range s.run.Scenarios {
		for _, step := range scenario.Steps {
			topics[step.Pattern] = step.Topic
		}
	}
	for _, pattern := range slices.Sorted(maps.Keys(topics)) {
		id := s.newID()
		s.definitions[pattern] = id
		s.send(&messages.Envelope{StepDefinition: &messages.StepDefinition{
			Id: id,
			Pattern: &messages.StepDefinitionPattern{
				Source: pattern, Type: messages.StepDefinitionPatternType_REGULAR_EXPRESSION,
			},
			SourceReference: &messages.SourceReference{Uri: "steps/" + topics[pattern]},
		}})
	}
}

func stampOf(t time.Time) *messages.Timestamp {
	stamp := messages.GoTimeToTimestamp(t)
	return &stamp
}
