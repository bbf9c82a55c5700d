package run_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// TestEveryTextOfTheRecordIsRedacted creates texts of every kind, and searches the
// record for one that is not redacted.
func TestEveryTextOfTheRecordIsRedacted(t *testing.T) {
	for name, feature := range map[string]string{
		"a failure":           "Then I fail",
		"a step that panics":  "When I panic",
		"what is not decided": "Then I am undecided",
	} {
		t.Run(name, func(t *testing.T) {
			texts(t, "Feature: f\n  Scenario: the one\n    "+feature+"\n")
		})
	}
	t.Run("a hook that panics", func(t *testing.T) {
		texts(t, "Feature: f\n  Scenario: the one\n    Given I pass\n", func(o *run.Options) {
			o.Vocabulary = &trial.Vocabulary{After: func() error { panic("the secret") }} // ends the run
		})
	})
}

// texts runs a feature and reports unredacted texts of its events.
func texts(t *testing.T, feature string, more ...func(*run.Options)) {
	t.Helper()
	redact := func(o *run.Options) {
		o.Redact = func() func(string) string { return func(string) string { return "hidden" } }
	}
	o := executed(t, t.Context(), feature, append(more, redact)...)
	rec, err := record.Read(o.result.Record)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[record.Type]bool{}
	for _, e := range rec.Events {
		kinds[e.Type] = true
		if e.Text != "" && e.Text != "hidden" || strings.Contains(string(e.Data), "secret") {
			t.Errorf("written as it was: %+v", e)
		}
	}
	if !kinds[record.StepFinished] || !kinds[record.RunFinished] {
		t.Errorf("events are missing: %v", kinds)
	}
}
