package report

import (
	"fmt"
	"regexp"
	"time"
	"unicode/utf16"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

// statuses maps outcomes to Cucumber's statuses, which have none for undecided.
// UNKNOWN ranks below PASSED where consumers merge the steps of a scenario, so it
// would get lost. PENDING ranks between PASSED and FAILED, and no consumer treats
// it as a success.
var statuses = map[record.Outcome]messages.TestStepResultStatus{
	record.Passed:    messages.TestStepResultStatus_PASSED,
	record.Failed:    messages.TestStepResultStatus_FAILED,
	record.Undecided: messages.TestStepResultStatus_PENDING,
	record.NotRun:    messages.TestStepResultStatus_SKIPPED,
}

// attempt is one try of a scenario, to be written to the stream.
type attempt struct {
	*stream
	scenario *model.Scenario
	id       string   // of its testCaseStarted
	steps    []string // IDs of its test steps
	clock    time.Time
}

func (s *stream) testCase(scenario *model.Scenario) {
	pickle := s.pickles[scenario.ID]
	if s.err != nil || pickle == nil || len(pickle.Steps) != len(scenario.Steps) {
		s.fail("%s is not in the record's copy of its feature", scenario.ID)
		return
	}
	testCase, steps := s.describe(scenario, pickle)
	s.send(&messages.Envelope{TestCase: testCase})
	tries := scenario.Tries()
	for i, try := range tries {
		a := &attempt{stream: s, scenario: try, steps: steps, clock: try.Started}
		a.tell(testCase.Id, i, i < len(tries)-1)
	}
}

// tell sends the messages of one try, counted from 0.
func (a *attempt) tell(testCase string, number int, retried bool) {
	if a.clock.IsZero() {
		a.clock = a.run.Finished
	}
	a.id = a.newID()
	a.send(&messages.Envelope{TestCaseStarted: &messages.TestCaseStarted{
		Id: a.id, TestCaseId: testCase, Attempt: int64(number), Timestamp: stampOf(a.clock),
	}})
	a.attachments(0)
	for i, step := range a.scenario.Steps {
		a.step(i, step)
	}
	a.send(&messages.Envelope{TestCaseFinished: &messages.TestCaseFinished{
		TestCaseStartedId: a.id, WillBeRetried: retried, Timestamp: stampOf(a.clock),
	}})
}

func (s *stream) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf(format, args...)
	}
}

// describe returns the test case of a scenario and the IDs of its steps.
func (s *stream) describe(scenario *model.Scenario, pickle *messages.Pickle) (testCase *messages.TestCase, steps []string) {
	testCase = &messages.TestCase{Id: s.newID(), PickleId: pickle.Id}
	for i, step := range scenario.Steps {
		id := s.newID()
		steps = append(steps, id)
		testCase.TestSteps = append(testCase.TestSteps, &messages.TestStep{
			Id: id, PickleStepId: pickle.Steps[i].Id,
			StepDefinitionIds:       []string{s.definitions[step.Pattern]},
			StepMatchArgumentsLists: s.arguments(step.Pattern, step.Text),
		})
	}
	return testCase, steps
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

// attachments sends the notes that were taken in a step, or before the first step
// if number is 0. Notes of the kind Seen are left out: the step's message contains
// them. So are notes without text, which are for programs.
func (a *attempt) attachments(number int) {
	for _, n := range a.scenario.Notes {
		if n.Step != number || n.Kind == string(event.Seen) || n.Text == "" {
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

// arguments returns the groups that a pattern captures in a sentence. Offsets count
// UTF-16 code units, as in JavaScript, because consumers highlight arguments by
// them.
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
