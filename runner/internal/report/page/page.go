// Package page makes the HTML report of a run: one file that needs no network and no
// server. Everything is drawn here, as HTML and SVG; a little JavaScript filters,
// zooms and selects. The page is readable without it.
package page

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

//go:embed *.tmpl *.js page.css
var files embed.FS

// page is the data of the template.
type page struct {
	texts
	CSS     template.CSS
	JS      template.JS
	Policy  string
	Title   string
	Verdict string
	Counts  []count
	Total   int
	Facts   []fact
	Aborted string
	Repeat  string
	Tags    []string
	Groups  []group
	Lists   []group // scenarios of which there is nothing to show but their names
	Flaky   int
	Live    *live // nil after the run
}

type count struct {
	Verdict string
	N       int
}

type fact struct{ Name, Value string }

// group is the scenarios with one verdict, or in one state.
type group struct {
	Key       string
	Heading   string
	Scenarios []*scenario
}

// Write writes the page of a run that has ended.
func Write(out io.Writer, run *model.Run) error {
	w, err := NewWriter(run.Plan)
	if err != nil {
		return err
	}
	return w.write(out, "page.tmpl", w.page(run, nil, nil))
}

// Writer writes pages of one plan's run. It is safe for concurrent use.
type Writer struct {
	texts
	css, js   []byte
	liveJS    []byte // of pages of runs that go on
	made      *template.Template
	arguments map[string][]*messages.PickleStepArgument
	languages map[string]string // of files that are not in English
}

// NewWriter prepares what all pages of a plan's run share.
func NewWriter(p *plan.Plan) (*Writer, error) {
	w := &Writer{texts: textsOf(p), arguments: argumentsOf(p), languages: map[string]string{}}
	for _, s := range p.Sources {
		if isKorean(s) {
			w.languages[s.URI] = "ko"
		}
	}
	var errs [4]error
	w.css, errs[0] = files.ReadFile("page.css")
	w.js, errs[1] = script("timeline.js", "page.js")
	w.liveJS, errs[3] = script("stream.js", "live.js")
	w.made, errs[2] = template.New("page").ParseFS(files, "*.tmpl")
	return w, errors.Join(errs[:]...)
}

// script joins files to one script.
func script(names ...string) (joined []byte, err error) {
	for _, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		joined = append(joined, content...)
	}
	return joined, nil
}

func (w *Writer) write(out io.Writer, name string, data any) error {
	buffered := bufio.NewWriterSize(out, 1<<16)
	if err := w.made.ExecuteTemplate(buffered, name, data); err != nil {
		return err
	}
	return buffered.Flush()
}

// page returns the page of a run. Of a run that goes on, it shows the scenarios that
// shown selects; nil means all.
func (w *Writer) page(run *model.Run, l *live, shown func(id string) bool) *page {
	p := &page{
		texts: w.texts, CSS: template.CSS(w.css), JS: template.JS(w.js), Policy: policy(w.css, w.js), //nolint:gosec // both are files of this package
		Verdict: string(run.Verdict()), Total: len(run.Scenarios), Aborted: run.Aborted, Repeat: run.Plan.Repeat, Live: l,
	}
	p.Title = w.T("title", run.Count(verdict.Passed), len(run.Scenarios))
	p.Facts = factsOf(run, w.texts)
	if l != nil {
		p.begun(run)
	}
	p.groups(w, run, shown)
	p.limit()
	return p
}

// policy allows this style sheet and this script, and nothing else: no network, no
// other script, and no style attribute.
func policy(css, js []byte) string { return policyOf(source(js), css) }

func policyOf(scripts string, css []byte) string {
	return "default-src 'none'; script-src " + scripts + "; style-src " + source(css) +
		"; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
}

func source(content []byte) string {
	sum := sha256.Sum256(content)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func factsOf(run *model.Run, in texts) []fact {
	facts := []fact{
		{in.T("started"), clock.Minute(run.Started)},
		{in.T("duration"), span(run.Finished.Sub(run.Started))},
	}
	if run.Plan.Seed != 0 {
		facts = append(facts, fact{in.T("seed"), itoa(run.Plan.Seed)})
	}
	for _, v := range run.Plan.Versions {
		facts = append(facts, fact{v.Name, v.Version})
	}
	if run.By.OS != "" {
		facts = append(facts, fact{in.T("machine"), run.By.OS + "/" + run.By.Arch})
	}
	return facts
}

// The groups of scenarios that have no verdict.
const (
	running   = "running"
	waiting   = "waiting"
	unreached = "unreached"
)

// groups sorts the scenarios: those that run, then failures first.
func (p *page) groups(w *Writer, run *model.Run, shown func(id string) bool) {
	of, tags := map[string][]*scenario{}, map[string]bool{}
	for i, s := range run.Scenarios {
		if s.Flaky() {
			p.Flaky++
		}
		for _, tag := range s.Tags {
			tags[tag] = true
		}
		if shown == nil || shown(s.ID) {
			g := groupOf(s)
			of[g] = append(of[g], scenarioOf(s, i, w, p.Live))
		}
	}
	p.Tags = slices.Sorted(maps.Keys(tags))
	for _, key := range []string{running, string(verdict.Failed), string(verdict.Undecided), string(verdict.Passed)} {
		if len(of[key]) > 0 || p.Live != nil {
			p.Groups = append(p.Groups, group{key, p.Heading(key), of[key]})
		}
	}
	for _, key := range []string{waiting, unreached} {
		if len(of[key]) > 0 || p.Live != nil {
			p.Lists = append(p.Lists, group{key, p.Heading(key), of[key]})
		}
	}
	for _, v := range []verdict.Verdict{verdict.Failed, verdict.Undecided, verdict.Passed} {
		p.Counts = append(p.Counts, count{string(v), run.Count(v)})
	}
}

// groupOf returns the group of a scenario.
func groupOf(s *model.Scenario) string {
	switch {
	case s.Running():
		return running
	case s.Verdict == "":
		return waiting
	case !s.Reached() && s.CutShort:
		return unreached
	}
	return string(s.Verdict)
}

// span formats a duration with two or three digits. What the clock of a cluster has
// before the beginning took no time.
func span(d time.Duration) string {
	d = max(0, d)
	switch {
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	case d < 10*time.Second:
		return d.Round(10 * time.Millisecond).String()
	case d < time.Minute:
		return d.Round(100 * time.Millisecond).String()
	}
	return d.Round(time.Second).String()
}

// anchor returns the ID of a scenario's element. IDs have no white space.
func anchor(s *plan.Scenario) string { return strings.Join(strings.Fields(s.ID), "_") }
