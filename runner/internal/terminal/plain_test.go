package terminal

import (
	"bytes"
	"errors"
	"regexp"
	"testing"
	"testing/synctest"
	"time"
)

// plainly runs work in time of its own and returns what was written, with the
// time of day left out.
func plainly(t *testing.T, work func(*Terminal)) string {
	t.Helper()
	var out bytes.Buffer
	synctest.Test(t, func(t *testing.T) {
		terminal := Plain(&bytes.Buffer{}, &out)
		work(terminal)
		terminal.Close()
	})
	return regexp.MustCompile(`(?m)^\d\d:\d\d:\d\d `).ReplaceAllString(out.String(), "")
}

func TestPlainTellsOfBeginningStepsAndEnd(t *testing.T) {
	got := plainly(t, func(terminal *Terminal) {
		task := terminal.Begin("node image")
		task.Step("fetching")
		time.Sleep(5 * time.Second)
		task.Step("compiling containerd")
		task.Advance(2, 5)
		task.Step("compiling runc") // too soon after the last line
		time.Sleep(5 * time.Second)
		task.End(nil)
	})
	want := "node image: fetching\nnode image: compiling containerd (5s)\nnode image: done (10s)\n"
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

func TestPlainTellsOfFailure(t *testing.T) {
	got := plainly(t, func(terminal *Terminal) {
		terminal.Begin("network").End(nil) // at once: not worth a line
		terminal.Begin("cluster").End(errors.New("no memory\nand more"))
	})
	if want := "cluster: failed after 0s: no memory\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestPlainIsNotSilentForLong(t *testing.T) {
	got := plainly(t, func(terminal *Terminal) {
		task := terminal.Watch("A storm takes the roof")
		task.Step(`deployment "web" is available`)
		time.Sleep(70 * time.Second)
		task.End(nil)
		time.Sleep(70 * time.Second) // nothing is under way: nothing to say
	})
	want := "still A storm takes the roof: deployment \"web\" is available (30s)\n" +
		"still A storm takes the roof: deployment \"web\" is available (1m0s)\n"
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestPercentages(t *testing.T) {
	task := newState("image", false)
	task.setStep("loading")
	task.setDone(1, 3)
	if got := task.line(); got != "image: loading 33% (0s)" {
		t.Errorf("got %q", got)
	}
}
