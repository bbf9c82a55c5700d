package grading

import (
	"os"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps"
)

// aLive returns a running lab that exists only as files on this machine.
func aLive(t *testing.T) *Live {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	live := &Live{Cluster: "dev", Lab: "broken-web", Student: "ada"}
	if err := os.CopyFS(livePath("dev", labDir, "broken-web"), os.DirFS("../lab/reader/testdata/broken-web")); err != nil {
		t.Fatal(err)
	}
	if err := live.write(); err != nil {
		t.Fatal(err)
	}
	return live
}

func TestHintsComeInStagesAndAreRemembered(t *testing.T) {
	aLive(t)
	for i, want := range []string{"Look at the pods", "kubectl describe", ""} {
		live, l, err := OpenLive("dev", &steps.Vocabulary{}) // another process each time
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // an offer changes nothing
			offer, more, err := live.Offer(l, 1)
			if err != nil || more != (want != "") || !strings.HasPrefix(offer.Text, want) || (more && (offer.Number != i+1 || offer.Of != 2)) {
				t.Errorf("hint %d: %+v, %v, %v", i+1, offer, more, err)
			}
		}
		if offer, more, _ := live.Offer(l, 1); more {
			if err := live.Take(offer); err != nil {
				t.Error(err)
			}
		}
	}
	live, l, err := OpenLive("dev", &steps.Vocabulary{})
	if err != nil || len(live.Hints) != 2 || live.Hints[1].Cost != 1 {
		t.Errorf("got %+v, %v", live, err)
	}
	if _, _, err := live.Offer(l, 3); !input.Is(err) {
		t.Errorf("a task that is not there: %v", err)
	}
}

// Two shells are open, and a check is under way that began before both.
func TestWhatOtherProcessesRecordStays(t *testing.T) {
	aLive(t)
	one, l, err := OpenLive("dev", &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := OpenLive("dev", &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	offer, _, _ := one.Offer(l, 1)
	if err := one.Take(offer); err != nil {
		t.Fatal(err)
	}
	if err := other.Take(offer); !input.Is(err) {
		t.Errorf("the same hint is taken twice: %v", err)
	}
	if err := other.Look(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if now, err := ReadLive("dev"); err != nil || len(now.Hints) != 1 || now.Looked.IsZero() {
		t.Errorf("got %+v, %v", now, err)
	}
}

func TestALabThatIsNotUpIsBadInput(t *testing.T) {
	aLive(t)
	if _, _, err := OpenLive("other", &steps.Vocabulary{}); !input.Is(err) || IsLive("other") || !IsLive("dev") {
		t.Errorf("got %v", err)
	}
}
