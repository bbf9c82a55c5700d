package run_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

func retry(n int) func(*run.Options) { return func(o *run.Options) { o.Retry = n } }

func TestARetriedPassIsNeverSilent(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: unsteady\n    Given I pass\n    Then I fail the first 2 times\n", retry(3),
		func(o *run.Options) {
			o.Formats = []string{"pretty", "progress:dots", "junit:r.xml", "messages:m", "cucumber:c"}
		})
	s := o.result.Run.Scenarios[0]
	if o.code != 0 || s.Verdict != verdict.Passed || len(s.Earlier) != 2 || s.Earlier[0].FailedStep() == nil {
		t.Fatalf("code %d, verdict %s, %d tries before: %s", o.code, s.Verdict, len(s.Earlier), o.stdout)
	}
	wanted := map[string][]string{
		o.stdout:         {"unsteady  (passed on try 3)", "try 1 failed: Then I fail the first 2 times  # x.feature:4", "1 passed, 0 failed\n1 passed only on a later try: flaky\n", "Retries: at most 3"},
		read(t, "dots"):  {"r\n", "Passed only on a later try\n  x.feature:2  unsteady  (passed on try 3)"},
		read(t, "r.xml"): {`<flakyFailure type="failed" message="expected 100% sunshine">`, "<stackTrace>x.feature:4: Then I fail"},
		read(t, "m"):     {`"attempt":2,`, `"willBeRetried":true`},
		read(t, "c"):     {`"name": "try 2: failed"`},
	}
	for text, parts := range wanted {
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("%q is missing in:\n%s", part, text)
			}
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestWhatTheTriesComeTo(t *testing.T) {
	rows := []struct {
		name, sentence string
		retry, code    int
		want           verdict.Verdict
		earlier        []verdict.Verdict
	}{
		{"passes at once", "Then I pass", 2, 0, verdict.Passed, nil},
		{"fails in all tries", "Then I fail", 2, 1, verdict.Failed, []verdict.Verdict{verdict.Failed, verdict.Failed}},
		{"undecided is retried, too", "Then I am undecided the first 1 time", 1, 0, verdict.Passed, []verdict.Verdict{verdict.Undecided}},
		{"undecided in all tries", "Then I am undecided", 1, 2, verdict.Undecided, []verdict.Verdict{verdict.Undecided}},
		{"not retried unless asked for", "Then I fail the first 1 time", 0, 1, verdict.Failed, nil},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    "+row.sentence+"\n", retry(row.retry))
			s := o.result.Run.Scenarios[0]
			var earlier []verdict.Verdict
			for _, try := range s.Earlier {
				earlier = append(earlier, try.Verdict)
			}
			if o.code != row.code || s.Verdict != row.want || !slices.Equal(earlier, row.earlier) {
				t.Errorf("code %d, verdict %s after %v", o.code, s.Verdict, earlier)
			}
		})
	}
}

// A failed try outweighs a later undecided one.
func TestAFailedTryOutweighsAnUndecidedOne(t *testing.T) {
	tries := 0
	words := &trial.Vocabulary{Before: func() error {
		if tries++; tries == 1 {
			return errors.New("the sky is down")
		}
		return verdict.Unseenf("fog")
	}}
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", retry(1), func(o *run.Options) {
		o.Vocabulary, o.Formats = words, []string{"junit:r.xml"}
	})
	if o.code != 1 || !strings.Contains(read(t, "r.xml"), `<failure type="failed" message="before the scenario: the sky is down">`) ||
		!strings.Contains(read(t, "r.xml"), `<rerunError type="undecided"`) {
		t.Errorf("code %d: %s", o.code, read(t, "r.xml"))
	}
}

func TestAnInterruptionEndsTheTries(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	words := &trial.Vocabulary{Waiting: func() { cancel(errors.New("interrupted (test)")) }}
	o := executed(t, ctx, "Feature: f\n  Scenario: s\n    When I wait\n", retry(5), func(o *run.Options) { o.Vocabulary = words })
	if o.code != 2 || len(o.result.Run.Scenarios[0].Earlier) != 0 {
		t.Errorf("code %d: %s", o.code, o.stdout)
	}
}

// A report from the record shows the same as the run.
func TestARecordHasAllTries(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I fail the first 1 time\n", retry(1))
	kept, err := record.Read(o.result.Record)
	if err != nil {
		t.Fatal(err)
	}
	s := model.Fold(kept).Scenarios[0]
	if !s.Flaky() || s.Earlier[0].FailedStep().Message != "expected 100% sunshine\nseen: rain, since 10:00" || len(s.Earlier[0].NotesOf("evidence")) != 1 {
		t.Errorf("%+v", s)
	}
}

func TestFailFastBeginsNoFurtherScenario(t *testing.T) {
	o := executed(t, t.Context(), threeScenarios, func(o *run.Options) { o.FailFast = true })
	want := []verdict.Verdict{verdict.Failed, verdict.Undecided, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d", o.verdicts(), o.code)
	}
	if !strings.Contains(o.stdout, "The run ended early: --fail-fast: x.feature:2 failed\n0 passed, 1 failed\n2 undecided: not run, since the run ended early\n") {
		t.Errorf("closing lines: %s", o.stdout)
	}
}

// A scenario that another worker has started runs to its end; the others do not
// start.
func TestFailFastLetsWhatIsUnderWayEnd(t *testing.T) {
	feature := "Feature: f\n  Scenario: a\n    Then I fail\n"
	for n := range 50 {
		feature += fmt.Sprintf("  Scenario: number %d\n    Then I pass\n", n)
	}
	slow := func() error { time.Sleep(10 * time.Millisecond); return nil }
	o := executed(t, t.Context(), feature, func(o *run.Options) {
		o.FailFast, o.Parallel, o.Vocabulary = true, 2, &trial.Vocabulary{After: slow}
	})
	reached := 0
	for _, s := range o.result.Run.Scenarios {
		if s.Reached() {
			reached++
		}
		if s.Reached() && s.CutShort {
			t.Errorf("%s was begun and not ended", s.Name)
		}
	}
	if o.code != 1 || reached == len(o.result.Run.Scenarios) {
		t.Errorf("code %d, %d scenarios were begun", o.code, reached)
	}
}

// If the last scenario fails, nothing was left out, so the run is complete.
func TestFailFastAtTheEndIsAWholeRun(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: a\n    Then I am undecided\n  Scenario: b\n    Then I fail\n", func(o *run.Options) { o.FailFast = true })
	if o.result.Run.Aborted != "" || o.code != 1 {
		t.Errorf("ended early: %q, code %d", o.result.Run.Aborted, o.code)
	}
}
