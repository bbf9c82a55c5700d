package terminal

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// TestLiveLinesDoNotGarbleOutput writes through the terminal while a live line
// is drawn: what was written is there, whole and in order.
func TestLiveLinesDoNotGarbleOutput(t *testing.T) {
	var screen bytes.Buffer
	live := &live{out: &screen}
	out := live.above(&screen)
	say := func(text string) {
		if _, err := out.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	say("before\n.")
	task := live.begin("cluster", false)
	task.Step("starting")
	say("during, ")
	say("one line\n.")
	task.End(nil)
	say("after\n")
	text := screen.String()
	at := -1
	for _, part := range []string{"before\n.", "\n", "during, one line\n", ".after\n"} {
		next := strings.Index(text[at+1:], part)
		if next < 0 {
			t.Fatalf("%q is missing or out of order: %q", part, text)
		}
		at += 1 + next
	}
}

func TestALiveFailureStays(t *testing.T) {
	var screen bytes.Buffer
	live := &live{out: &screen}
	live.above(&screen)
	live.begin("cluster", false).End(errors.New("no memory"))
	if !strings.Contains(screen.String(), "cluster: failed after 0s: no memory\n") {
		t.Errorf("screen: %q", screen.String())
	}
}

func TestCloseEndsWhatIsUnderWay(t *testing.T) {
	var screen bytes.Buffer
	live := &live{out: &screen}
	task := live.begin("cluster", false)
	live.close()
	task.End(nil)
	if live.lines != nil {
		t.Error("the live lines are still there")
	}
}
