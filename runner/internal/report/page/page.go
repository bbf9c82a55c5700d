// Package page makes the HTML report of a run: one file that needs no network and no
// server. Everything is drawn here, as HTML and SVG; a little JavaScript filters,
// zooms and selects. The page is readable without it.
package page

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

//go:embed *.tmpl page.css page.js
var files embed.FS

// page is the data of the template.
type page struct {
	texts
	CSS       template.CSS
	JS        template.JS
	Policy    string
	Title     string
	Verdict   string
	Counts    []count
	Total     int
	Facts     []fact
	Aborted   string
	Repeat    string
	Tags      []string
	Groups    []group
	Unreached []*scenario
	Flaky     int
}

type count struct {
	Verdict string
	N       int
}

type fact struct{ Name, Value string }

// group is the scenarios with one verdict.
type group struct {
	Verdict   string
	Scenarios []*scenario
}

// Write writes the page of a run.
func Write(out io.Writer, run *model.Run) error {
	p, err := pageOf(run)
	if err != nil {
		return err
	}
	made, err := template.New("page").ParseFS(files, "*.tmpl")
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	if err := made.ExecuteTemplate(buffered, "page.tmpl", p); err != nil {
		return err
	}
	return buffered.Flush()
}

func pageOf(run *model.Run) (*page, error) {
	css, err := files.ReadFile("page.css")
	if err != nil {
		return nil, err
	}
	js, err := files.ReadFile("page.js")
	if err != nil {
		return nil, err
	}
	in := textsOf(run.Plan)
	p := &page{
		texts: in, CSS: template.CSS(css), JS: template.JS(js), Policy: policy(css, js), //nolint:gosec // both are files of this package
		Verdict: string(run.Verdict()), Total: len(run.Scenarios), Aborted: run.Aborted, Repeat: run.Plan.Repeat,
	}
	p.Title = in.T("title", run.Count(verdict.Passed), len(run.Scenarios))
	p.Facts = factsOf(run, in)
	p.groups(run)
	return p, nil
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

// groups sorts the scenarios by verdict: failures first.
func (p *page) groups(run *model.Run) {
	arguments := argumentsOf(run.Plan)
	of, tags := map[string][]*scenario{}, map[string]bool{}
	for i, s := range run.Scenarios {
		if s.Flaky() {
			p.Flaky++
		}
		for _, tag := range s.Tags {
			tags[tag] = true
		}
		v := string(cmp.Or(s.Verdict, verdict.Undecided))
		shown := scenarioOf(s, i, p.texts, arguments[s.ID])
		if !s.Reached() && s.CutShort {
			p.Unreached = append(p.Unreached, shown)
			continue
		}
		of[v] = append(of[v], shown)
	}
	p.Tags = slices.Sorted(maps.Keys(tags))
	for _, v := range []verdict.Verdict{verdict.Failed, verdict.Undecided, verdict.Passed} {
		p.Counts = append(p.Counts, count{string(v), run.Count(v)})
		if len(of[string(v)]) > 0 {
			p.Groups = append(p.Groups, group{string(v), of[string(v)]})
		}
	}
}

// span formats a duration with two or three digits.
func span(d time.Duration) string {
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
