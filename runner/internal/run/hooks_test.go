package run_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

func TestErrorsOfHooks(t *testing.T) {
	feature := "Feature: f\n  Scenario: s\n    Given I pass\n    Then I pass\n"
	rows := []struct {
		name          string
		before, after error
		code          int
		message       string
	}{
		{"no cluster", verdict.Unseenf("no memory left"), nil, 2, "before the scenario: no memory left"},
		{"a defect before", errors.New("broken"), nil, 1, "before the scenario: broken"},
		{"not healthy after", nil, errors.New("worker-1 is NotReady"), 1, "after the scenario: worker-1 is NotReady"},
		{"not seen after", nil, verdict.Unseenf("the engine is gone"), 2, "after the scenario: the engine is gone"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			words := &trial.Vocabulary{Before: func() error { return row.before }, After: func() error { return row.after }}
			o := executed(t, t.Context(), feature, func(o *run.Options) { o.Vocabulary = words })
			if o.code != row.code || o.result.Run.Scenarios[0].FailedStep().Message != row.message {
				t.Errorf("code %d, message %q", o.code, o.result.Run.Scenarios[0].FailedStep().Message)
			}
		})
	}
}

func TestAFailureAndWhatWentWrongAfterItAreBothTold(t *testing.T) {
	words := &trial.Vocabulary{After: func() error { return errors.New("worker-1 is NotReady") }}
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I fail\n", func(o *run.Options) { o.Vocabulary = words })
	want := "expected 100% sunshine\nseen: rain, since 10:00\nand after the scenario: worker-1 is NotReady"
	if got := o.result.Run.Scenarios[0].FailedStep().Message; got != want {
		t.Errorf("got %q", got)
	}
}

func TestAPanicInAHookDoesNotEndTheProcess(t *testing.T) {
	words := &trial.Vocabulary{After: func() error { panic("after all") }}
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n  Scenario: next\n    Then I pass\n",
		func(o *run.Options) { o.Vocabulary = words })
	want := []verdict.Verdict{verdict.Failed, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d", o.verdicts(), o.code)
	}
	if message := o.result.Run.Scenarios[0].FailedStep().Message; !strings.Contains(message, "panic at the end of a scenario: after all") {
		t.Errorf("message %q", message)
	}
}
