package execution

import (
	"context"
	"fmt"
	"strings"

	"github.com/cucumber/godog/formatters"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

// Passed is called after a step that returned no error.
func (s *recorder) Passed(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition) {
	s.finish(p, step, record.Passed, "", "")
}

// Failed is called after a step that returned an error or whose hooks did.
func (s *recorder) Failed(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition, err error) {
	outcome, message := s.judge(p, err)
	reason := verdict.ReasonOf(err)
	if _, ok := panicked(err); ok {
		reason = verdict.Panicked
	}
	s.finish(p, step, outcome, message, reason)
}

// Skipped is called for steps after one that did not pass. A step that skips itself
// has failed, because it did not do what was planned.
func (s *recorder) Skipped(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition) {
	s.finish(p, step, record.Failed, "the step skipped itself: what was planned was not done", "")
}

// Undefined is called for a step without a definition. The plan rejects undefined
// steps, so the definition itself reported an undefined one here.
func (s *recorder) Undefined(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition) {
	s.finish(p, step, record.Failed, "the step is undefined", "")
}

// Pending is called for a step whose definition returned ErrPending.
func (s *recorder) Pending(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition) {
	s.finish(p, step, record.Failed, "the step is pending: its definition is not written yet", "")
}

// Ambiguous is called for a step with several definitions.
func (s *recorder) Ambiguous(p *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition, err error) {
	s.finish(p, step, record.Failed, message(err), "")
}

func (s *recorder) finish(p *messages.Pickle, step *messages.PickleStep, outcome record.Outcome, text string, reason verdict.Reason) {
	finished := s.redacted(record.Event{Type: record.StepFinished, Outcome: outcome, Text: text, Reason: reason})
	s.mu.Lock()
	defer s.mu.Unlock()
	sc := s.of(p.Id)
	if sc == nil {
		return
	}
	if sc.broken {
		finished = record.Event{Type: record.StepFinished, Outcome: record.NotRun}
	}
	sc.current = sc.numbers[step.Id]
	sc.broken = sc.broken || finished.Outcome != record.Passed
	if finished.Outcome != record.NotRun {
		sc.found = verdict.Worst(sc.found, verdict.Verdict(finished.Outcome))
	}
	finished.Scenario, finished.Step = sc.ID, sc.current
	s.x.Append(finished)
	if sc.current == len(sc.numbers) {
		sc.task.End(nil)
	}
}

// judge returns the outcome and the message for a step's error. An interrupted step
// is undecided whatever its error, because its waiting time was cut short. If the
// step returned before the interruption, its error counts, even if godog reports it
// only after the scenario's end.
func (s *recorder) judge(p *messages.Pickle, err error) (record.Outcome, string) {
	if s.ctx.Err() != nil && s.cutOff(p) {
		return record.Undecided, fmt.Sprintf("%v, while: %s", context.Cause(s.ctx), message(err))
	}
	return record.Outcome(verdict.Of(err)), message(err)
}

// cutOff reports whether the current step had not returned an error when the run
// was interrupted. Later errors of the step or of the scenario's end are due to the
// interruption.
func (s *recorder) cutOff(p *messages.Pickle) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	sc := s.of(p.Id)
	return sc == nil || !sc.failed
}

// message returns the text of an error without godog's wrapping.
func message(err error) string { return wording.Plain(bare(err)) }

func bare(err error) string {
	if text, ok := panicked(err); ok {
		return text
	}
	text := strings.TrimPrefix(err.Error(), "before step hook failed: ")
	if before, ok := strings.CutPrefix(text, "before scenario hook failed: "); ok {
		return "before the scenario: " + before
	}
	after, ok := strings.CutPrefix(text, "after scenario hook failed: ")
	if !ok {
		return text
	}
	if cleaning, own, both := strings.Cut(after, ", step error: "); both {
		return own + "\nand after the scenario: " + cleaning
	}
	return "after the scenario: " + after
}
