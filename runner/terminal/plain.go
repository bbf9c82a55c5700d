package terminal

import (
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/progress"
)

const (
	// stepPause is how far apart the lines of one task's steps are at least.
	stepPause = 2 * time.Second
	// silence is after how long without a line a task under way says that it
	// still is: many CI systems end a job that is silent for minutes.
	silence = 30 * time.Second
)

// plain writes a line with the time when a task begins, goes on and ends.
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
	if !quiet {
		p.say(name)
	}
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
	ticker := time.NewTicker(silence / 10)
	defer ticker.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-ticker.C:
			if s := p.silent(); s != nil {
				p.say("still " + s.line())
			}
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

// End writes how the task ended.
func (t *plainTask) End(err error) {
	t.to.remove(t.state)
	switch {
	case t.quiet:
	case err != nil:
		t.to.say(fmt.Sprintf("%s: failed after %s: %v", t.name, t.elapsed(), err))
	default:
		t.to.say(fmt.Sprintf("%s: done (%s)", t.name, t.elapsed()))
	}
}
