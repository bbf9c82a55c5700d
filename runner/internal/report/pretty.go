package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps/event"
)

// pretty is the format for people: a line for each passed scenario, all details of
// each other one.
type pretty struct {
	out  io.Writer
	pen  pen
	file string // the feature of the last heading
	rule string // the rule of the last heading in that feature

	rows  int                     // that were written, on a terminal
	began map[*model.Scenario]int // the row at which a scenario begins
}

func newPretty(out io.Writer, style Style) View {
	return &pretty{out: out, pen: pen{Style: style}, began: map[*model.Scenario]int{}}
}

// Finished shows a scenario.
func (p *pretty) Finished(s *model.Scenario) error {
	var b strings.Builder
	p.heading(&b, s)
	p.begins(&b, s)
	p.line(&b, s)
	if s.Verdict != verdict.Passed {
		p.pen.details(&b, s)
	} else {
		p.aftermath(&b, s)
	}
	return p.write(b.String())
}

// begins remembers the row at which a scenario begins, below text that is not written
// yet.
func (p *pretty) begins(b *strings.Builder, s *model.Scenario) {
	p.began[s] = p.rows + terminal.Rows(b.String(), p.pen.Width)
}

func (p *pretty) write(text string) error {
	p.rows += terminal.Rows(text, p.pen.Width)
	_, err := io.WriteString(p.out, text)
	return err
}

// aftermath says what happened to the cluster after a passed scenario, if that is
// unusual: the next scenario has to wait for a new cluster if this one was
// discarded.
func (p *pretty) aftermath(b *strings.Builder, s *model.Scenario) {
	for i, try := range s.Earlier {
		p.pen.failedStep(b, fmt.Sprintf("try %d %s: ", i+1, try.Verdict), try)
	}
	for _, n := range s.NotesOf(string(event.Cleaned)) {
		fmt.Fprintf(b, "      %s\n", n.Text)
	}
}

func (p *pretty) heading(b *strings.Builder, s *model.Scenario) {
	if s.File != p.file {
		p.file, p.rule = s.File, ""
		fmt.Fprintf(b, "%s  %s\n", p.pen.bold(s.File), terminal.Hanging(s.Feature, runewidth.StringWidth(s.File)+2, p.pen.Width))
	}
	if s.Rule != p.rule {
		p.rule = s.Rule
		if s.Rule != "" {
			fmt.Fprintf(b, "  %s\n", p.pen.bold("Rule: "+s.Rule))
		}
	}
}

func (p *pretty) line(b *strings.Builder, s *model.Scenario) {
	b.WriteString(p.pen.row("  ", string(s.Verdict), span(s.Duration()), s.Title()+onTry(s)))
}

// End shows scenarios that were cut short (in full if they had started), counts the
// rest, and repeats what did not pass.
func (p *pretty) End(run *model.Run) error {
	var b strings.Builder
	unreached := 0
	for _, s := range run.Scenarios {
		switch {
		case !s.CutShort:
		case worthOpening(s):
			p.heading(&b, s)
			p.begins(&b, s)
			p.line(&b, s)
			p.pen.details(&b, s)
		default:
			unreached++
		}
	}
	if unreached > 0 {
		fmt.Fprintf(&b, "%s  %7s  not reached: %d of %d scenarios\n",
			p.pen.verdict(string(verdict.Undecided)), "", unreached, len(run.Scenarios))
	}
	if err := p.write(b.String()); err != nil {
		return err
	}
	b.Reset()
	p.recap(&b, run)
	return p.write(b.String())
}
