package scenario

import (
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/observe"
)

func TestEvidenceIsInUTC(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 3, 4, 5e6, time.UTC).In(time.FixedZone("Seoul", 9*60*60))
	got := evidenceLine(observe.Change{At: at, Object: `pod "web-1"`, Text: "Running"})
	if want := `12:03:04.005  pod "web-1"                    Running`; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
