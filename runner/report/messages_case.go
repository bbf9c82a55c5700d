package report

import (
	"fmt"
	"regexp"
	"time"
	"unicode/utf16"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/model"
	"github.com/gherkube/gherkube/runner/record"
	"github.com/gherkube/gherkube/steps"
)

// statuses are the outcomes in Cucumber's words. It has none for undecided.
// UNKNOWN, which sounds like it, ranks below PASSED where consumers merge the
// steps of a scenario, and would be lost; PENDING ranks above PASSED and
// SKIPPED and below FAILED, and no consumer takes it for a success.
var statuses = map[record.Outcome]messages.TestStepResultStatus{
	record.Passed:    messages.TestStepResultStatus_PASSED,
	record.Failed:    messages.TestStepResultStatus_FAILED,
	record.Undecided: messages.TestStepResultStatus_PENDING,
	record.NotRun:    messages.TestStepResultStatus_SKIPPED,
}

// attempt is one scenario on its way into the stream.
type attempt struct {
	*stream
	scenario *model.Scenario
	id       string   // of its testCaseStarted
	steps    []string // ids of its test steps
	clock    time.Time
}

func (s *stream) testCase(scenario *model.Scenario) {
	pickle := s.pickles[scenario.ID]
	if s.err != nil || pickle == nil || len(pickle.Steps) != len(scenario.Steps) {
		s.fail("%s is not in the record's copy of its feature", scenario.ID)
		return
	}
	a := &attempt{stream: s, scenario: scenario, clock: scenario.Started}
	if a.clock.IsZero() {
		a.clock = s.run.Finished
	}
	testCase := a.describe(pickle)
	s.send(&messages.Envelope{TestCase: testCase})
	a.id = s.newID()
	s.send(&messages.Envelope{TestCaseStarted: &messages.TestCaseStarted{
		Id: a.id, TestCaseId: testCase.Id, Timestamp: stampOf(a.clock),
	}})
	a.attachments(0)
	for i, step := range scenario.Steps {
		a.step(i, step)
	}
	s.send(&messages.Envelope{TestCaseFinished: &messages.TestCaseFinished{
		TestCaseStartedId: a.id, Timestamp: stampOf(a.clock),
	}})
}

func (s *stream) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf(format, args...)
	}
}

func (a *attempt) describe(pickle *messages.Pickle) *messages.TestCase {
	testCase := &messages.TestCase{Id: a.newID(), PickleId: pickle.Id}
	for i, step := range a.scenario.Steps {
		id := a.newID()
		a.steps = append(a.steps, id)
		testCase.TestSteps = append(testCase.TestSteps, &messages.TestStep{
			Id: id, PickleStepId: pickle.Steps[i].Id,
			StepDefinitionIds:       []string{a.definitions[step.Pattern]},
			StepMatchArgumentsLists: a.arguments(step.Pattern, step.Text),
		})
	}
	return testCase
}

func (a *attempt) step(i int, step *model.Step) {
	if !step.Started.IsZero() {
		a.clock = step.Started
	}
	a.send(&messages.Envelope{TestStepStarted: &messages.TestStepStarted{
		TestCaseStartedId: a.id, TestStepId: a.steps[i], Timestamp: stampOf(a.clock),
	}})
	a.attachments(i + 1)
	a.clock = a.clock.Add(step.Duration())
	message := step.Message
	if step.Outcome == record.Undecided {
		message = "undecided: " + message
	}
	took := messages.GoDurationToDuration(step.Duration())
	a.send(&messages.Envelope{TestStepFinished: &messages.TestStepFinished{
		TestCaseStartedId: a.id, TestStepId: a.steps[i], Timestamp: stampOf(a.clock),
		TestStepResult: &messages.TestStepResult{
			Duration: &took, Message: message, Status: statuses[step.Outcome],
		},
	}})
}

// attachments sends the notes that were taken in a step; 0 stands for before
// the first. What was Seen is in the step's own message.
func (a *attempt) attachments(number int) {
	for _, n := range a.scenario.Notes {
		if n.Step != number || n.Kind == string(steps.Seen) {
			continue
		}
		attachment := &messages.Attachment{
			Body: n.Text, ContentEncoding: messages.AttachmentContentEncoding_IDENTITY,
			MediaType: "text/plain", FileName: n.Kind + ".txt", TestCaseStartedId: a.id,
		}
		if number > 0 {
			attachment.TestStepId = a.steps[number-1]
		}
		a.send(&messages.Envelope{Attachment: attachment})
	}
}

// arguments are the groups that a pattern finds in a sentence. Their places
// are counted as JavaScript does, which is what consumers mark them by.
func (s *stream) arguments(pattern, sentence string) []*messages.StepMatchArgumentsList {
	list := &messages.StepMatchArgumentsList{StepMatchArguments: []*messages.StepMatchArgument{}}
	compiled, err := regexp.Compile(pattern)
	if err != nil {
		s.fail("a pattern of the record: %v", err)
		return nil
	}
	places := compiled.FindStringSubmatchIndex(sentence)
	for i := 2; i+1 < len(places); i += 2 {
		group := &messages.Group{Children: []*messages.Group{}}
		if from, to := places[i], places[i+1]; from >= 0 {
			group.Start = int64(len(utf16.Encode([]rune(sentence[:from]))))
			group.Value = sentence[from:to]
		}
		list.StepMatchArguments = append(list.StepMatchArguments, &messages.StepMatchArgument{Group: group})
	}
	return []*messages.StepMatchArgumentsList{list}
}
