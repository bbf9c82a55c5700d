package terminal

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
)

// TestLiveLinesDoNotGarbleOutput writes through the terminal while a live line is
// drawn. The output must be complete and in order.
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

// All failures are written by a single writer, and writers may be added while tasks
// end.
func TestManyFailuresLeaveNothingBehind(t *testing.T) {
	var screen bytes.Buffer
	live := &live{out: &screen}
	var ending sync.WaitGroup
	for range 50 {
		ending.Go(func() { live.begin("cluster", false).End(errors.New("no memory")) })
	}
	ending.Go(func() { live.above(&screen) })
	ending.Wait()
	if got := len(live.writers); got > 2 {
		t.Errorf("%d writers are left", got)
	}
	if got := strings.Count(screen.String(), "no memory\n"); got != 50 {
		t.Errorf("%d failures are shown, of 50", got)
	}
}

func TestCloseEndsWhatIsUnderWay(t *testing.T) {
	var screen bytes.Buffer
	live := &live{out: &screen}
	task := live.begin("cluster", false)
	live.Close()
	task.End(nil)
	if live.lines != nil {
		t.Error("the live lines are still there")
	}
}
