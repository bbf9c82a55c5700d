package page

import (
	"html/template"
	"io"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// Lab is a running lab, with what its student may see and nothing else.
type Lab struct {
	Name    string // of the cluster, for commands
	Title   string
	Text    template.HTML // of the task; see Prose
	Started time.Time
	Minutes int // how long the lab should take
	Tasks   []LabTask

	Now      time.Time
	Version  int       // grows with every change
	Ended    bool      // the page gets no more changes
	Checking time.Time // when the check began that goes on; zero if none does
	Trouble  bool      // the last check could not be made
	Checked  time.Time // when the last check ended; zero before the first
	Score    string    // of the last check; empty without points
	Remarks  []string  // about the last check as a whole

	Watched  time.Time          // since when the cluster is watched
	Timeline *timeline.Timeline // nil before the cluster has been seen
}

// LabTask is a task of a running lab.
type LabTask struct {
	Number   int
	Title    string
	Points   int
	Score    string      // of the last check; empty before it
	Criteria []Criterion // of the last check
	Hints    []LabHint   // that the student has bought
	Next     *NextHint   // nil if there are no more
}

// LabHint is a hint that the student has bought.
type LabHint struct {
	Number, Cost int
	Text         string
}

// NextHint is a hint that the student can buy. It has no text.
type NextHint struct{ Number, Cost int }

// LabWriter writes the page of a running lab. It is safe for concurrent use.
type LabWriter struct {
	texts
	css, js []byte
	made    *template.Template
}

// NewLabWriter prepares the page in a language: "en" or "ko".
func NewLabWriter(language string) (*LabWriter, error) {
	w := &LabWriter{texts: In(language)}
	var err error
	if w.css, err = files.ReadFile("page.css"); err != nil {
		return nil, err
	}
	if w.js, err = script("timeline.js", "stream.js", "lab.js"); err != nil {
		return nil, err
	}
	w.made, err = template.New("page").ParseFS(files, "*.tmpl")
	return w, err
}

// Policy returns the Content-Security-Policy of the page.
func (w *LabWriter) Policy() string { return livePolicy(w.css, w.js) }

// Write writes the whole page.
func (w *LabWriter) Write(out io.Writer, l Lab) error {
	return w.made.ExecuteTemplate(out, "lab.tmpl", w.page(l, true))
}

// WriteChanges writes the parts of the page that change.
func (w *LabWriter) WriteChanges(out io.Writer, l Lab) error {
	return w.made.ExecuteTemplate(out, "lab.tmpl", w.page(l, false))
}

// labPage is the data of the template.
type labPage struct {
	texts
	Lab
	Whole  bool
	CSS    template.CSS
	JS     template.JS
	Policy string
	Drawn  *line
	Clock  int64  // now, in milliseconds
	Start  int64  // of the lab, in milliseconds
	Since  int64  // of the check that goes on, in milliseconds
	Spent  string // of the minutes, in percent of a bar
	Over   bool   // more time has passed than the lab should take
	At     string // when the last check ended
}

func (w *LabWriter) page(l Lab, whole bool) labPage {
	passed := l.Now.Sub(l.Started)
	limit := time.Duration(l.Minutes) * time.Minute
	return labPage{
		texts: w.texts, Lab: l, Whole: whole, CSS: template.CSS(w.css), JS: template.JS(w.js), Policy: w.Policy(), //nolint:gosec // both are files of this package
		Clock: l.Now.UnixMilli(), Start: l.Started.UnixMilli(), Since: l.Checking.UnixMilli(), At: clock.TimeOfDay(l.Checked),
		Spent: percent(scale{l.Started, limit}.share(l.Now)), Over: passed > limit, Drawn: w.drawn(l),
	}
}

// drawn draws the cluster as if it were that of a scenario without steps.
func (w *LabWriter) drawn(l Lab) *line {
	s := &model.Scenario{Scenario: &plan.Scenario{Name: l.Title}, Started: l.Watched, Finished: l.Now}
	return lineOf(s, "cluster", w.texts, &going{now: l.Now, timeline: l.Timeline})
}

// Price says what a hint costs.
func (p labPage) Price(cost int) string {
	switch cost {
	case 0:
		return p.T("free")
	case 1:
		return p.T("costsOne")
	}
	return p.T("costs", cost)
}

// Worth says how many points a task has.
func (p labPage) Worth(points int) string {
	if points == 1 {
		return p.T("worthOne")
	}
	return p.T("worth", points)
}
