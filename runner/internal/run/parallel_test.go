package run_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

const fourScenarios = `Feature: four
  Scenario: passes
    Then I pass
  @disruptive
  Scenario: alone
    When I injure worker-1
    Then I pass
  Scenario: fails
    Then I fail
  Scenario: is undecided
    Then I am undecided
`

// meeting returns a hook that waits until n scenarios have called it.
func meeting(n int) func() error {
	var all sync.WaitGroup
	all.Add(n)
	return func() error {
		all.Done()
		met := make(chan struct{})
		go func() { all.Wait(); close(met) }()
		select {
		case <-met:
			return nil
		case <-time.After(30 * time.Second):
			return errors.New("the others did not come")
		}
	}
}

// Three scenarios share a cluster, and one has another to itself. All run at the
// same time, and the reports list them in the plan's order.
func TestScenariosRunAtATime(t *testing.T) {
	log := &platformLog{}
	words := &trial.Vocabulary{Take: true, Before: meeting(4)}
	o := executed(t, t.Context(), fourScenarios, func(o *run.Options) {
		o.Platform, o.Vocabulary, o.Parallel, o.Formats = fake(log), words, 4, []string{"junit:r.xml"}
	})
	want := []verdict.Verdict{verdict.Passed, verdict.Passed, verdict.Failed, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d: %v %s", o.verdicts(), o.code, o.err, o.stdout)
	}
	if n := strings.Count(strings.Join(log.calls, ";"), "start "); n != 2 {
		t.Errorf("%d clusters were started: %q", n, log.calls)
	}
	if !strings.Contains(o.stdout, "Plan: 4 scenarios, 4 at a time") || !strings.Contains(o.stdout, "Repeat: gherkube run x.feature --parallel 4\n") {
		t.Errorf("plan: %s", o.stdout)
	}
	if got := o.result.Run.Scenarios[2].FailedStep().Message; !strings.HasPrefix(got, "expected 100% sunshine") {
		t.Errorf("message %q", got)
	}
}

func TestAnInterruptionEndsAllThatRunsAtATime(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	words := &trial.Vocabulary{Before: meeting(2), Waiting: func() { cancel(errors.New("interrupted (test)")) }}
	o := executed(t, ctx, "Feature: f\n  Scenario: a\n    When I wait\n  Scenario: b\n    When I wait\n  Scenario: c\n    Then I pass\n",
		func(o *run.Options) { o.Vocabulary, o.Parallel = words, 2 })
	want := []verdict.Verdict{verdict.Undecided, verdict.Undecided, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 2 {
		t.Errorf("verdicts %v, code %d", o.verdicts(), o.code)
	}
}

func TestOnlyOneAtATimeUnlessAskedFor(t *testing.T) {
	log := &platformLog{}
	executed(t, t.Context(), fourScenarios, on(fake(log)))
	if n := strings.Count(strings.Join(log.calls, ";"), "start "); n != 1 {
		t.Errorf("%d clusters were started: %q", n, log.calls)
	}
}

func TestAtLeastOneAtATime(t *testing.T) {
	o := executed(t, t.Context(), fourScenarios, func(o *run.Options) { o.Parallel = -1 })
	if o.code != 3 || !strings.Contains(o.err.Error(), "--parallel -1: ") {
		t.Errorf("code %d, %v", o.code, o.err)
	}
}
