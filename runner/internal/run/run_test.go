package run_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// outcome is the complete output of a run.
type outcome struct {
	result         *run.Result
	err            error
	code           int
	stdout, stderr string
}

// executed runs a feature in an empty folder with the trial vocabulary, without
// clusters.
func executed(t *testing.T, ctx context.Context, feature string, change ...func(*run.Options)) outcome {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "x.feature", feature)
	var stdout, stderr bytes.Buffer
	o := run.Options{
		Paths: []string{"x.feature"}, Vocabulary: &trial.Vocabulary{}, Record: "record",
		Stdout: &stdout, Stderr: &stderr,
	}
	for _, c := range change {
		c(&o)
	}
	result, err := run.Run(ctx, o)
	return outcome{result, err, run.Code(result, err), stdout.String(), stderr.String()}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// verdicts returns the verdicts of the scenarios, in order.
func (o outcome) verdicts() []verdict.Verdict {
	var all []verdict.Verdict
	for _, s := range o.result.Run.Scenarios {
		all = append(all, s.Verdict)
	}
	return all
}

// outcomes returns the outcomes of a scenario's steps.
func outcomes(s *model.Scenario) string {
	var all []string
	for _, step := range s.Steps {
		all = append(all, string(step.Outcome))
	}
	return strings.Join(all, ", ")
}

func TestWhatAStepDoesDecidesTheRun(t *testing.T) {
	rows := []struct {
		name     string
		sentence string
		code     int
		verdict  verdict.Verdict
		outcomes string
		message  string
	}{
		{"all pass", "When I pass", 0, verdict.Passed, "passed, passed, passed", ""},
		{"a check fails", "Then I fail", 1, verdict.Failed, "passed, failed, not run", "expected 100% sunshine\nseen: rain, since 10:00"},
		{"a check cannot see", "Then I am undecided", 2, verdict.Undecided, "passed, undecided, not run", "looking at the sky: there is fog"},
		{"a step panics", "When I panic", 1, verdict.Failed, "passed, failed, not run", "panic: no sky at all"},
		{"a step skips itself", "When I skip myself", 1, verdict.Failed, "passed, failed, not run", "the step skipped itself"},
		{"a step is not written yet", "When I am pending", 1, verdict.Failed, "passed, failed, not run", "the step is pending"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Given I pass\n    "+row.sentence+"\n    Then I pass\n")
			s := o.result.Run.Scenarios[0]
			if o.code != row.code || s.Verdict != row.verdict || outcomes(s) != row.outcomes {
				t.Errorf("code %d, verdict %s, steps %s", o.code, s.Verdict, outcomes(s))
			}
			if row.message != "" && !strings.HasPrefix(s.FailedStep().Message, row.message) {
				t.Errorf("message %q", s.FailedStep().Message)
			}
		})
	}
}

const threeScenarios = `Feature: three
  Scenario: fails
    Then I fail
  Scenario: is undecided
    Then I am undecided
  Scenario: passes
    Then I pass
`

func TestTheRunGoesOnAfterAFailure(t *testing.T) {
	o := executed(t, t.Context(), threeScenarios)
	want := []verdict.Verdict{verdict.Failed, verdict.Undecided, verdict.Passed}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d: failed beats undecided", o.verdicts(), o.code)
	}
	if !strings.Contains(o.stdout, "\n1 passed, 1 failed\n1 undecided") {
		t.Errorf("closing lines: %s", o.stdout)
	}
}

func TestAPanicShowsWhereItCameFrom(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    When I panic\n  Scenario: after\n    Then I pass\n")
	message := o.result.Run.Scenarios[0].FailedStep().Message
	if !strings.Contains(message, "trial.go") || strings.Contains(message, "reflect.Value.call") {
		t.Errorf("the stack is not the step's own: %s", message)
	}
	if o.result.Run.Scenarios[1].Verdict != verdict.Passed {
		t.Errorf("the next scenario did not run")
	}
}

func TestOnlyWhatIsSelectedRuns(t *testing.T) {
	words := &trial.Vocabulary{}
	o := executed(t, t.Context(), `Feature: f
  Scenario Outline: rows
    Given I pass <n> times
    Examples:
      | n |
      | 1 |
      | 2 |
      | 3 |
  Scenario: other
    Then I fail
`, func(o *run.Options) { o.Paths, o.Vocabulary = []string{"x.feature:7"}, words })
	if got := words.Ran(); !slices.Equal(got, []string{"pass 2"}) || o.code != 0 {
		t.Errorf("ran %q, code %d", got, o.code)
	}
	if strings.Contains(o.stdout, "other") {
		t.Errorf("what was not selected shows up: %s", o.stdout)
	}
	if !strings.Contains(o.stdout, "\n1 passed, 0 failed\n") {
		t.Errorf("closing line: %s", o.stdout)
	}
}

func TestAnInterruptionLeavesTheRestUndecided(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	words := &trial.Vocabulary{Waiting: func() { cancel(errors.New("interrupted (test)")) }}
	o := executed(t, ctx, `Feature: f
  Scenario: before
    Then I pass
  Scenario: while
    When I wait
    Then I pass
  Scenario: after
    Then I pass
`, func(o *run.Options) { o.Vocabulary = words })
	want := []verdict.Verdict{verdict.Passed, verdict.Undecided, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 2 {
		t.Errorf("verdicts %v, code %d", o.verdicts(), o.code)
	}
	if message := o.result.Run.Scenarios[1].FailedStep().Message; !strings.HasPrefix(message, "interrupted (test), while: waiting for better weather") {
		t.Errorf("the step under way: %s", message)
	}
	if message := o.result.Run.Scenarios[2].FailedStep().Message; message != "the run ended before it: interrupted (test)" {
		t.Errorf("the scenario not reached: %s", message)
	}
	if !strings.Contains(o.stdout, "The run ended early: interrupted (test)\n1 passed, 0 failed\n2 undecided") {
		t.Errorf("closing lines: %s", o.stdout)
	}
}

// TestAStepThatAnInterruptionCutsOffNeverFails covers all kinds of steps: an
// interrupted step did not observe for its full time.
func TestAStepThatAnInterruptionCutsOffNeverFails(t *testing.T) {
	for name, words := range map[string]*trial.Vocabulary{
		"When I wait in vain": {},
		"Then I pass":         {After: func() error { return errors.New("the node did not recover") }},
	} {
		ctx, cancel := context.WithCancelCause(t.Context())
		interrupt := func() { cancel(errors.New("interrupted (test)")) }
		words.Waiting = interrupt
		if after := words.After; after != nil {
			words.After = func() error { interrupt(); return after() }
		}
		o := executed(t, ctx, "Feature: f\n  Scenario: s\n    "+name+"\n", func(o *run.Options) { o.Vocabulary = words })
		message := o.result.Run.Scenarios[0].FailedStep().Message
		if o.code != 2 || !strings.HasPrefix(message, "interrupted (test), while: ") || !strings.Contains(message, "the node did not recover") {
			t.Errorf("%s: code %d, %s", name, o.code, message)
		}
	}
}

func TestWhatFailedBeforeAnInterruptionStaysFailed(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	words := &trial.Vocabulary{Waiting: func() { cancel(errors.New("interrupted (test)")) }}
	o := executed(t, ctx, "Feature: f\n  Scenario: a\n    Then I fail\n  Scenario: b\n    When I wait\n",
		func(o *run.Options) { o.Vocabulary = words })
	if o.code != 1 {
		t.Errorf("code %d: failed beats undecided", o.code)
	}
	ctx, cancel = context.WithCancelCause(t.Context())
	cleaning := func() error { cancel(errors.New("interrupted (test)")); return nil }
	o = executed(t, ctx, "Feature: f\n  Scenario: s\n    Then I fail\n",
		func(o *run.Options) { o.Vocabulary = &trial.Vocabulary{After: cleaning} })
	if o.code != 1 {
		t.Errorf("interrupted while the scenario was cleaned up: code %d", o.code)
	}
}

func TestKoreanFeatures(t *testing.T) {
	o := executed(t, t.Context(), "# language: ko\n기능: 한국어\n  시나리오: 통과\n    조건 저는 통과합니다\n    그러면 저는 통과합니다\n")
	if o.code != 0 || !strings.Contains(o.stdout, "1 passed, 0 failed") {
		t.Errorf("code %d: %s %v", o.code, o.stdout, o.err)
	}
}

func TestFilesAsOtherEditorsWriteThem(t *testing.T) {
	for name, feature := range map[string]string{
		"lines that end as on Windows": "Feature: f\r\n  Scenario: s\r\n    Then I pass\r\n",
		"a byte order mark":            "\ufeffFeature: f\n  Scenario: s\n    Then I pass\n",
		"no end of the last line":      "Feature: f\n  Scenario: s\n    Then I pass",
	} {
		t.Run(name, func(t *testing.T) {
			if o := executed(t, t.Context(), feature); o.code != 0 {
				t.Errorf("code %d: %v %s", o.code, o.err, o.stdout)
			}
		})
	}
}

func TestTwoRunsInOneProcess(t *testing.T) {
	t.Run("one", func(t *testing.T) { executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n") })
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I fail\n")
	if o.code != 1 {
		t.Errorf("code %d", o.code)
	}
}

func TestAPoolOfTheCallersStaysOpen(t *testing.T) {
	pool := cluster.NewPool(fakeStart(&platformLog{}))
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", func(o *run.Options) {
		o.Pool, o.Vocabulary = pool, &trial.Vocabulary{Take: true}
	})
	c, err := pool.Take(t.Context(), cluster.Default, cluster.Disruptive)
	if err != nil || c.(*fakeCluster).closed || o.code != 0 {
		t.Errorf("cluster %v, error %v, code %d", c, err, o.code)
	}
}
