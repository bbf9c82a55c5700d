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
	written     time.Time // when a plain line was last written for it
}

func newState(name string, quiet bool) *state {
	now := time.Now()
	return &state{name: name, quiet: quiet, begun: now, written: now}
}

func (s *state) setStep(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.step, s.done, s.total = what, 0, 0
}

func (s *state) setDone(done, total int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done, s.total = done, total
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

// due tells whether enough time went by for another plain line, and takes
// note of it if so.
func (s *state) due(after time.Duration) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.written) < after {
		return false
	}
	s.written = time.Now()
	return true
}
