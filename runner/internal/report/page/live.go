package page

import (
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// Live is what a page shows of a run that goes on, beside its model.
type Live struct {
	Now     time.Time
	Version int      // grows with every change
	Ended   bool     // the run has ended
	Ending  bool     // somebody asked for the end of the run
	Tasks   []string // what else is going on: images that are built, clusters that start
	Report  string   // the file that gets the page when the run has ended
	// Timelines are of the running scenarios, by their ID in the plan.
	Timelines map[string]timeline.Timeline
}

// live is Live as the template sees it.
type live struct {
	Live
	Script template.JS
	Done   int   // scenarios with a verdict
	Start  int64 // in milliseconds
	Clock  int64 // now, in milliseconds
}

// WriteLive writes the page of a run that goes on. It needs a server for its changes.
func (w *Writer) WriteLive(out io.Writer, run *model.Run, l Live) error {
	shown := liveOf(run, l)
	shown.Script = template.JS(w.liveJS) //nolint:gosec // a file of this package
	p := w.page(run, shown, nil)
	p.Policy = w.LivePolicy()
	return w.write(out, "page.tmpl", p)
}

// WriteChanges writes the head of the page, and the scenarios that changed selects.
func (w *Writer) WriteChanges(out io.Writer, run *model.Run, l Live, changed func(id string) bool) error {
	return w.write(out, "changes.tmpl", w.page(run, liveOf(run, l), changed))
}

// LivePolicy is the Content-Security-Policy of WriteLive's page: as a report's, with
// requests to its own server and a second script. No page may frame it.
func (w *Writer) LivePolicy() string {
	return livePolicy(w.css, w.js, w.liveJS)
}

func livePolicy(css []byte, scripts ...[]byte) string {
	var sources []string
	for _, s := range scripts {
		sources = append(sources, source(s))
	}
	return policyOf(strings.Join(sources, " "), css) + "; connect-src 'self'; trusted-types 'none'"
}

func liveOf(run *model.Run, l Live) *live {
	shown := &live{Live: l, Start: run.Started.UnixMilli(), Clock: l.Now.UnixMilli()}
	for _, s := range run.Scenarios {
		if s.Verdict != "" {
			shown.Done++
		}
	}
	return shown
}

// begun replaces what is known only after the run.
func (p *page) begun(run *model.Run) {
	if p.Live.Ended {
		return
	}
	p.Title = p.T("liveTitle", p.Live.Done, p.Total)
	p.Facts[1].Value = "" // the duration
	p.Verdict = running
	if run.Count(verdict.Failed) > 0 {
		p.Verdict = string(verdict.Failed)
	}
}

// going is what is known of a scenario that runs.
type going struct {
	now      time.Time
	timeline *timeline.Timeline // nil before it has a cluster
}

func (l *live) going(s *model.Scenario) *going {
	g := &going{now: l.Now}
	if told, ok := l.Timelines[s.ID]; ok {
		g.timeline = &told
	}
	return g
}

// unfinished marks the step that runs, and those that wait.
func (s *step) unfinished(g *going) {
	if s.Outcome != "" || g == nil {
		return
	}
	s.Outcome, s.Took = waiting, ""
	if !s.of.Started.IsZero() {
		s.Outcome, s.Took = running, span(g.now.Sub(s.of.Started))
		s.Since = s.of.Started.UnixMilli()
	}
}

// lengths are those of the time axis while a scenario runs. It does not grow with every
// second, so that bars stay where they are.
var lengths = []time.Duration{
	5 * time.Second, 10 * time.Second, 20 * time.Second, 30 * time.Second, 45 * time.Second, time.Minute, 90 * time.Second,
	2 * time.Minute, 3 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 20 * time.Minute, 30 * time.Minute, 45 * time.Minute,
}

// axis returns the length of the axis for a scenario that has run so long.
func axis(long time.Duration) time.Duration {
	for _, l := range lengths {
		if long < l*19/20 {
			return l
		}
	}
	return (long + long/19).Truncate(time.Hour) + time.Hour
}
