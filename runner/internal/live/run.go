package live

import (
	"io"
	"net/url"
	"sync"

	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// Run is the page of a run.
type Run struct {
	*Follower
	writer *page.Writer
	report string
	end    func()

	pressing sync.Mutex
	ending   bool
}

// NewRun returns the page of the run that a follower follows. The page names report as
// the file that it is saved to, and calls end once if a person ends the run.
func NewRun(f *Follower, report string, end func()) (*Run, error) {
	writer, err := page.NewWriter(f.run.Plan)
	return &Run{Follower: f, writer: writer, report: report, end: end}, err
}

// News has a value if events arrived.
func (r *Run) News() <-chan struct{} { return r.news }

// Policy returns the Content-Security-Policy of the page.
func (r *Run) Policy() string { return r.writer.LivePolicy() }

// Write writes the whole page.
func (r *Run) Write(out io.Writer) error {
	return r.Look(func(State, string) bool { return true }, func(now State) error {
		return r.writer.WriteLive(out, now.Run, r.live(now))
	})
}

// WriteChanges writes the head of the page, and the scenarios that have changed after a
// version.
func (r *Run) WriteChanges(out io.Writer, since int) error {
	wanted := func(now State, id string) bool { return now.ChangedSince(since, id) }
	return r.Look(wanted, func(now State) error {
		return r.writer.WriteChanges(out, now.Run, r.live(now), func(id string) bool { return wanted(now, id) })
	})
}

func (r *Run) live(now State) page.Live {
	r.pressing.Lock()
	defer r.pressing.Unlock()
	return page.Live{Now: now.Now, Version: now.Version, Ended: now.Ended, Ending: r.ending, Tasks: now.Tasks, Timelines: now.Timelines, Report: r.report}
}

// Buttons returns the button that ends the run, as the first interruption at its
// terminal does.
func (r *Run) Buttons() map[string]func(url.Values) error {
	return map[string]func(url.Values) error{"end": func(url.Values) error {
		r.pressing.Lock()
		first := !r.ending
		r.ending = true
		r.pressing.Unlock()
		if first {
			r.end()
			r.touch()
		}
		return nil
	}}
}
