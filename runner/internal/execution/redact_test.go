package execution

import (
	"errors"
	"strings"
	"testing"

	messages "github.com/cucumber/messages/go/v21"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/event"
)

// TestRedactIsCalledUnderNoLock uses a Redact that blocks, as a query to a cluster
// may, and uses the recorder meanwhile.
func TestRedactIsCalledUnderNoLock(t *testing.T) {
	for name, tell := range map[string]func(*recorder){
		"a note": func(s *recorder) { s.note(event.Event{Scenario: "p", Kind: event.Evidence, Text: "secret"}) },
		"a step's end": func(s *recorder) {
			s.finish(&messages.Pickle{Id: "p"}, &messages.PickleStep{}, record.Failed, "secret", "")
		},
		"a hook's panic": func(s *recorder) {
			if err := s.crashed("secret", nil); err.Error() != "hidden" {
				t.Errorf("the run ends because of %q", err)
			}
		},
		"a foreign event": func(s *recorder) { s.note(event.Event{Scenario: "q", Text: "secret"}) },
	} {
		t.Run(name, func(t *testing.T) {
			var written []record.Event
			free := false
			var s *recorder
			x := &Execution{
				Plan: &plan.Plan{}, Append: func(e record.Event) { written = append(written, e) },
				Redact: func(e record.Event) record.Event {
					if free = s.mu.TryLock(); free {
						s.mu.Unlock()
					}
					e.Text = "hidden"
					return e
				},
			}
			s = newRecorder(t.Context(), x, &plan.Scenario{}, 1)
			s.Pickle(&messages.Pickle{Id: "p"})
			written = nil
			tell(s)
			if !free {
				t.Error("the recorder was locked")
			}
			for _, e := range written {
				if e.Text != "hidden" {
					t.Errorf("written: %+v", e)
				}
			}
			if len(written) == 0 && name != "a foreign event" {
				t.Error("the event is lost")
			}
		})
	}
}

// TestATimelineShowsNoSecret has an event with a Secret in the timeline, in the record and
// while the scenario runs.
func TestATimelineShowsNoSecret(t *testing.T) {
	vault := redact.New(func() ([]corev1.Secret, error) {
		return []corev1.Secret{{Data: map[string][]byte{"password": []byte("hunter2!")}}}, nil
	})
	_ = vault.Look()
	happened := timeline.Timeline{Events: []timeline.Event{{Message: "probe said hunter2!"}}}
	var written record.Event
	var sofar func() timeline.Timeline
	x := &Execution{
		Plan: &plan.Plan{}, Append: func(e record.Event) { written = e },
		OnBegin: func(_ string, now func() timeline.Timeline) { sofar = now },
	}
	s := newRecorder(t.Context(), x, &plan.Scenario{}, 1)
	s.Pickle(&messages.Pickle{Id: "p"})
	s.began("p", steps.Begun{Timeline: func() timeline.Timeline { return happened }, Secrets: vault})
	const want = "probe said " + redact.Mark
	if got := sofar().Events; len(got) != 1 || got[0].Message != want {
		t.Errorf("while it runs: %+v", got)
	}
	s.note(event.Event{Scenario: "p", Kind: event.Timeline, Data: happened})
	if got := string(written.Data); !strings.Contains(got, want) || strings.Contains(got, "hunter2") {
		t.Errorf("in the record: %s", got)
	}
}

// TestWhatIsLeftOutSaysSo records a scenario whose Secrets cannot be listed. Diagnostics
// have left out what they must, and say so themselves.
func TestWhatIsLeftOutSaysSo(t *testing.T) {
	vault := redact.New(func() ([]corev1.Secret, error) { return nil, errors.New("they are refused") })
	_ = vault.Look()
	var written record.Event
	s := newRecorder(t.Context(), &Execution{Plan: &plan.Plan{}, Append: func(e record.Event) { written = e }}, &plan.Scenario{}, 1)
	s.Pickle(&messages.Pickle{Id: "p"})
	s.began("p", steps.Begun{Secrets: vault})
	items := []diagnostics.Item{{Object: "pod web", Missing: "left out, since they are not known"}}
	s.note(event.Event{Scenario: "p", Kind: event.Diagnostics, Data: items})
	if got := string(written.Data); !strings.Contains(got, "left out, since they are not known") {
		t.Errorf("diagnostics: %s", got)
	}
	s.note(event.Event{Scenario: "p", Kind: event.Receipt, Data: "hunter2!"})
	if !strings.Contains(written.Text, "left out, since the Secrets that it may show are not known: they are refused") || len(written.Data) > 0 {
		t.Errorf("a receipt: %+v", written)
	}
}
