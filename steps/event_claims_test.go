package steps

import (
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
)

func TestWhatEventsSay(t *testing.T) {
	e := &corev1.Event{Type: "Warning", Reason: "FailedScheduling", Message: "0/3 nodes are available: 2 Insufficient cpu."}
	for words, want := range map[string]bool{"FailedScheduling": true, "Insufficient cpu": true, "Scheduling": false, "3 nodes": true, "Insufficient memory": false} {
		if got := says(e, []string{words}); got != want {
			t.Errorf("%s: got %v", words, got)
		}
	}
	if !says(e, []string{"FailedScheduling", "Insufficient cpu"}) || says(e, []string{"FailedScheduling", "Insufficient memory"}) {
		t.Error("all words have to be there")
	}
}

func TestEventsAreDescribedByTheirLast(t *testing.T) {
	var all events
	for range 7 {
		all = append(all, &corev1.Event{Type: "Normal", Reason: "Pulled", Message: "x"})
	}
	if said := all.Describe(); said == "" || said == "no events" {
		t.Error(said)
	}
	if said := (events{}).Describe(); said != "no events" {
		t.Error(said)
	}
}

// Events have their time in different fields.
func TestTheTimeOfAnEvent(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	e := &corev1.Event{}
	e.EventTime.Time = at
	if got := observe.EventTime(e); !got.Equal(at) {
		t.Errorf("got %s", got)
	}
}
