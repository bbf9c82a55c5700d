package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/model"
)

// pretty is the format for people: a line for what passed, everything about
// what did not.
type pretty struct {
	out  io.Writer
	pen  pen
	file string // the feature whose heading was written last
}

func newPretty(out io.Writer, style Style) View { return &pretty{out: out, pen: pen{style}} }

// Finished shows a scenario.
func (p *pretty) Finished(s *model.Scenario) error {
	var b strings.Builder
	p.heading(&b, s)
	p.line(&b, s)
	if s.Verdict != verdict.Passed {
		p.pen.open(&b, s)
	}
	_, err := io.WriteString(p.out, b.String())
	return err
}

func (p *pretty) heading(b *strings.Builder, s *model.Scenario) {
	if s.File != p.file {
		p.file = s.File
		fmt.Fprintf(b, "%s  %s\n", p.pen.bold(s.File), s.Feature)
	}
}

func (p *pretty) line(b *strings.Builder, s *model.Scenario) {
	fmt.Fprintf(b, "  %s  %7s  %s\n", p.pen.verdict(string(s.Verdict)), span(s.Duration()), s.Name)
}

// End shows what was cut short, in full where it had begun, and counts the
// rest.
func (p *pretty) End(run *model.Run) error {
	var b strings.Builder
	unreached := 0
	for _, s := range run.Scenarios {
		switch {
		case !s.CutShort:
		case worthOpening(s):
			p.heading(&b, s)
			p.line(&b, s)
			p.pen.open(&b, s)
		default:
			unreached++
		}
	}
	if unreached > 0 {
		fmt.Fprintf(&b, "%s  %7s  not reached: %d of %d scenarios\n",
			p.pen.verdict(string(verdict.Undecided)), "", unreached, len(run.Scenarios))
	}
	_, err := io.WriteString(p.out, b.String())
	return err
}
