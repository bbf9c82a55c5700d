package terminal

import (
	"fmt"
	"sync"
	"time"
)

// state is what is known of a task: enough to write its line.
type state struct {
	name  string
	quiet bool
	begun time.Time

	mu          sync.Mutex
	step        string
	done, total int64
	written     time.Time // when a plain line was last written for it; zero before the first
}

func newState(name string, quiet bool) *state {
	return &state{name: Visible(name), quiet: quiet, begun: time.Now()}
}

func (s *state) setStep(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.step, s.done, s.total = Visible(what), 0, 0
}

func (s *state) setDone(done, total int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done, s.total = done, total
}

// title is the task with its step, without figures.
func (s *state) title() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.step == "" {
		return s.name
	}
	return s.name + ": " + s.step
}

// line is the task in one line: "node image: compiling containerd 40% (1m10s)".
func (s *state) line() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := s.name
	if s.step != "" {
		text += ": " + s.step
	}
	if s.total > 0 {
		text += fmt.Sprintf(" %d%%", 100*s.done/s.total)
	}
	return fmt.Sprintf("%s (%s)", text, s.elapsed())
}

func (s *state) elapsed() time.Duration { return time.Since(s.begun).Round(time.Second) }

// announce tells whether it is time for the task's first line, and takes note
// of it if so.
func (s *state) announce(after time.Duration) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.quiet || !s.written.IsZero() || time.Since(s.begun) < after {
		return false
	}
	s.written = time.Now()
	return true
}

// due tells whether enough time went by for another line, and takes note of
// it if so.
func (s *state) due(after time.Duration) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.written.IsZero() || time.Since(s.written) < after {
		return false
	}
	s.written = time.Now()
	return true
}
