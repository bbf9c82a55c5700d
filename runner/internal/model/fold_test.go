package model_test

import (
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// story is the beginning of a scenario of two steps, as long as the test row needs.
type story []record.Event

func fold(events story) *model.Run {
	p := &plan.Plan{Scenarios: []*plan.Scenario{{ID: "x:1", Steps: make([]plan.Step, 2)}}}
	at := time.Unix(0, 0)
	rec := &record.Record{Plan: p}
	for _, e := range append(story{{Type: record.RunStarted}}, events...) {
		at = at.Add(time.Second)
		e.At, e.Scenario = at, "x:1"
		rec.Events = append(rec.Events, e)
	}
	return model.Fold(rec)
}

func TestFolding(t *testing.T) {
	begin := record.Event{Type: record.ScenarioStarted}
	finish := func(step int, o record.Outcome) record.Event {
		return record.Event{Type: record.StepFinished, Step: step, Outcome: o}
	}
	over := record.Event{Type: record.RunFinished}
	stopped := record.Event{Type: record.RunFinished, Text: "interrupted"}
	rows := []struct {
		name   string
		events story
		want   verdict.Verdict
		run    verdict.Verdict
	}{
		{"all steps passed", story{begin, finish(1, record.Passed), finish(2, record.Passed), over}, verdict.Passed, verdict.Passed},
		{"a step failed", story{begin, finish(1, record.Failed), finish(2, record.NotRun), over}, verdict.Failed, verdict.Failed},
		{"a step is undecided", story{begin, finish(1, record.Passed), finish(2, record.Undecided), over}, verdict.Undecided, verdict.Undecided},
		{"never begun, and the run says it is whole", story{over}, verdict.Failed, verdict.Failed},
		{"begun and not finished, and the run says it is whole", story{begin, finish(1, record.Passed), over}, verdict.Failed, verdict.Failed},
		{"never begun, and the run was interrupted", story{stopped}, verdict.Undecided, verdict.Undecided},
		{"failed before the run was interrupted", story{begin, finish(1, record.Failed), stopped}, verdict.Failed, verdict.Failed},
		{"passed before the run was interrupted", story{begin, finish(1, record.Passed), finish(2, record.Passed), stopped}, verdict.Passed, verdict.Undecided},
		{"the record ends before the run", story{begin, finish(1, record.Passed)}, verdict.Undecided, verdict.Undecided},
		{"the record ends after a failure", story{begin, finish(1, record.Failed)}, verdict.Failed, verdict.Failed},
		{"an outcome of a step that is not there", story{begin, finish(7, record.Passed), over}, verdict.Failed, verdict.Failed},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			run := fold(row.events)
			if got := run.Scenarios[0].Verdict; got != row.want || run.Verdict() != row.run {
				t.Errorf("scenario %s, run %s", got, run.Verdict())
			}
		})
	}
}

func TestAStepLastsUntilItReturnedAndNotUntilAllIsCleanedUp(t *testing.T) {
	run := fold(story{
		{Type: record.ScenarioStarted}, {Type: record.StepStarted, Step: 1}, {Type: record.StepReturned, Step: 1},
		{Type: record.Noted, Step: 1}, {Type: record.StepFinished, Step: 1, Outcome: record.Failed},
		{Type: record.StepFinished, Step: 2, Outcome: record.NotRun},
	})
	s := run.Scenarios[0]
	if s.Steps[0].Duration() != time.Second || s.Duration() != 5*time.Second {
		t.Errorf("the step took %s, the scenario %s", s.Steps[0].Duration(), s.Duration())
	}
}

func TestEverythingHasAnOutcomeAndOneReasonAfterTheFold(t *testing.T) {
	run := fold(story{{Type: record.ScenarioStarted}})
	steps := run.Scenarios[0].Steps
	if steps[0].Outcome != record.Undecided || steps[0].Message == "" || steps[1].Outcome != record.NotRun || steps[1].Message != "" {
		t.Errorf("steps: %+v, %+v", steps[0], steps[1])
	}
	if !run.Scenarios[0].CutShort || run.Aborted == "" {
		t.Error("that it was cut short is lost")
	}
}

func TestAnEmptyRecordIsNoSuccess(t *testing.T) {
	run := model.Fold(&record.Record{Plan: &plan.Plan{}})
	if run.Verdict() == verdict.Passed {
		t.Error("a record without a beginning or an end has passed")
	}
}

// TestAClockThatIsSetBackMakesNoNegativeDuration has steps that end before they begin.
func TestAClockThatIsSetBackMakesNoNegativeDuration(t *testing.T) {
	now := time.Unix(100, 0)
	s := &model.Scenario{Started: now, Finished: now.Add(-37 * time.Millisecond)}
	step := &model.Step{Started: now, Finished: now.Add(-time.Hour)}
	if s.Duration() != 0 || step.Duration() != 0 {
		t.Errorf("the scenario took %s, the step %s", s.Duration(), step.Duration())
	}
	s.Finished = now.Add(time.Second)
	if s.Duration() != time.Second {
		t.Errorf("the scenario took %s", s.Duration())
	}
}
