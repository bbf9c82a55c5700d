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
		hint, more, err := live.NextHint(l, 1)
		if err != nil || more != (want != "") || !strings.HasPrefix(hint.Text, want) {
			t.Errorf("hint %d: %q, %v, %v", i+1, hint.Text, more, err)
		}
	}
	live, l, err := OpenLive("dev", &steps.Vocabulary{})
	if err != nil || len(live.Hints) != 2 || live.Hints[1].Cost != 1 {
		t.Errorf("got %+v, %v", live, err)
	}
	if _, _, err := live.NextHint(l, 3); !input.Is(err) {
		t.Errorf("a task that is not there: %v", err)
	}
}

func TestALabThatIsNotUpIsBadInput(t *testing.T) {
	aLive(t)
	if _, _, err := OpenLive("other", &steps.Vocabulary{}); !input.Is(err) || IsLive("other") || !IsLive("dev") {
		t.Errorf("got %v", err)
	}
}
