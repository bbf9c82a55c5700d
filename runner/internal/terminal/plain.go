package terminal

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/progress"
)

const (
	// patience is how long a task lasts before it is worth a line.
	patience = time.Second
	// stepPause is how far apart the lines of one task's steps are at least.
	stepPause = 2 * time.Second
	// silence is after how long without a line a task under way says that it
	// still is: many CI systems end a job that is silent for minutes.
	silence = 30 * time.Second
)

// plain writes a line with the time when a task has begun, goes on and ends.
type plain struct {
	mu    sync.Mutex
	out   io.Writer
	last  time.Time
	tasks []*state
	stop  chan struct{}
	ended sync.WaitGroup
}

func newPlain(out io.Writer) *plain {
	p := &plain{out: out, last: time.Now(), stop: make(chan struct{})}
	p.ended.Go(p.heartbeat)
	return p
}

func (p *plain) begin(name string, quiet bool) progress.Task {
	task := &plainTask{state: newState(name, quiet), to: p}
	p.mu.Lock()
	p.tasks = append(p.tasks, task.state)
	p.mu.Unlock()
	return task
}

func (p *plain) close() {
	close(p.stop)
	p.ended.Wait()
}

// say writes a line. That it cannot be written is no reason to end the work.
func (p *plain) say(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = time.Now()
	_, _ = fmt.Fprintf(p.out, "%s %s\n", p.last.Format("15:04:05"), text)
}

func (p *plain) heartbeat() {
	ticker := time.NewTicker(patience)
	defer ticker.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-ticker.C:
			p.announce()
			if s := p.silent(); s != nil {
				p.say("still " + s.line())
			}
		}
	}
}

// announce writes the first line of the tasks that have come to last.
func (p *plain) announce() {
	p.mu.Lock()
	tasks := slices.Clone(p.tasks)
	p.mu.Unlock()
	for _, s := range tasks {
		if s.announce(patience) {
			p.say(s.title())
		}
	}
}

// silent is the task begun last, if nothing was written for too long.
func (p *plain) silent() *state {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.tasks) == 0 || time.Since(p.last) < silence {
		return nil
	}
	return p.tasks[len(p.tasks)-1]
}

func (p *plain) remove(s *state) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tasks = slices.DeleteFunc(p.tasks, func(other *state) bool { return other == s })
}

type plainTask struct {
	*state
	to *plain
}

// Step writes the step unless the task has written something just now.
func (t *plainTask) Step(what string) {
	t.setStep(what)
	if !t.quiet && t.due(stepPause) {
		t.to.say(t.line())
	}
}

// Advance is seen in the next line.
func (t *plainTask) Advance(done, total int64) { t.setDone(done, total) }

// End writes how the task ended, unless it went well at once. The rest of an
// error of many lines is for who called, not for a line of progress.
func (t *plainTask) End(err error) {
	t.to.remove(t.state)
	switch {
	case t.quiet:
	case err != nil:
		t.to.say(fmt.Sprintf("%s: failed after %s: %s", t.name, t.elapsed(), firstLine(err)))
	case time.Since(t.begun) >= patience:
		t.to.say(fmt.Sprintf("%s: done (%s)", t.name, t.elapsed()))
	}
}

func firstLine(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return Visible(first)
}
