package page

import (
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Heading returns the heading of a group.
func (p *page) Heading(key string) string { return p.T(strings.ToUpper(key[:1]) + key[1:]) }

// card is a scenario, and whether it is open at first.
type card struct {
	Open     bool
	Folded   bool // its details are in a template, which the script unfolds
	Scenario *scenario
}

const (
	// openMax is how many scenarios that did not pass are open at first.
	openMax = 3
	// foldFrom is the size of a run from which details are in templates: the browser
	// does not lay them out before they are opened.
	foldFrom = 50
)

// Card returns the data of a scenario's card. The first ones that did not pass are
// open, and the only scenario of a run.
func (p *page) Card(v string, number int, s *scenario) card {
	open := v != string(verdict.Passed) && number < openMax || v == running || p.Total == 1
	return card{open, !open && p.Total >= foldFrom, s}
}

// Share returns the bar below the heading: the verdicts as parts of the whole.
func (p *page) Share() (bars []bar) {
	before := 0
	for _, c := range p.Counts {
		if c.N > 0 {
			bars = append(bars, bar{Class: c.Verdict, X: percent(float64(before) / float64(p.Total)), W: percent(float64(c.N) / float64(p.Total))})
		}
		before += c.N
	}
	return bars
}

// TagList returns the tags in one attribute.
func (s *scenario) TagList() string { return strings.Join(s.Tags, " ") }

// Class returns the outcome as a class name.
func (s *step) Class() string { return strings.ReplaceAll(s.Outcome, " ", "-") }

// Kind returns the name of a kind of rows.
func (l *line) Kind(kind string) string { return l.T("kind." + kind) }
