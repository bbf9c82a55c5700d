package run_test

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

var address = regexp.MustCompile(`Watch: (http://127\.0\.0\.1:\d+/[A-Z0-9]+/)\n`)

// heard is an output that is read while it is written.
type heard struct {
	mu   sync.Mutex
	text strings.Builder
}

func (h *heard) Write(text []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(text)
}

func (h *heard) address() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if found := address.FindStringSubmatch(h.text.String()); found != nil {
		return found[1]
	}
	return ""
}

// TestARunIsWatchedAndEndedOnItsPage asks the page while a step waits, and ends the run
// there.
func TestARunIsWatchedAndEndedOnItsPage(t *testing.T) {
	waiting := make(chan struct{})
	stderr := &heard{}
	watched := make(chan string, 1)
	go func() {
		<-waiting
		answer, err := http.Get(stderr.address())
		if err != nil {
			watched <- err.Error()
			return
		}
		page, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if answer, err = http.Post(stderr.address()+"end", "", nil); err == nil {
			_ = answer.Body.Close()
		}
		watched <- string(page)
	}()
	start := time.Now()
	o := executed(t, t.Context(), "Feature: f\n  Scenario: first\n    When I wait\n    Then I pass\n  Scenario: second\n    Then I pass\n", func(o *run.Options) {
		o.Vocabulary, o.Stderr, o.UI = &trial.Vocabulary{Waiting: func() { close(waiting) }}, stderr, true
	})
	page := <-watched
	for _, want := range []string{`data-group="running"`, "0 of 2 scenarios done", `data-group="waiting"`, "End the run"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if o.code != run.CodeUndecided || !strings.Contains(o.result.Run.Aborted, "ended on its page") || time.Since(start) > 30*time.Second {
		t.Errorf("code %d, aborted: %q", o.code, o.result.Run.Aborted)
	}
	saved, err := os.ReadFile(filepath.Join("record", "report.html"))
	if err != nil || !strings.Contains(string(saved), "ended on its page") || strings.Contains(string(saved), "End the run") {
		t.Errorf("the saved report: %v", err)
	}
	if answer, err := http.Get(stderr.address()); err == nil {
		answer.Body.Close()
		t.Error("the server goes on after the run")
	}
}
