package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps/event"
)

// pen writes for people, in colour if the destination can display it.
type pen struct {
	Style
	whole bool // diagnostics are written in full
}

// open writes all details of a scenario: its steps, why one did not pass, its
// notes, and the command that runs it again.
func (p pen) open(b *strings.Builder, s *model.Scenario) {
	p.tries(b, s)
	p.try(b, s)
	fmt.Fprintf(b, "      Repeat: %s\n", s.Repeat)
}

// details writes what fits on the terminal, and elsewhere all.
func (p pen) details(b *strings.Builder, s *model.Scenario) {
	if p.screen() {
		p.brief(b, s)
		return
	}
	p.open(b, s)
}

// Scenario writes all details of a scenario.
func Scenario(w io.Writer, s *model.Scenario, style Style) error {
	var b strings.Builder
	p := &pretty{pen: pen{Style: style, whole: true}}
	p.heading(&b, s)
	p.line(&b, s)
	p.pen.open(&b, s)
	_, err := io.WriteString(w, b.String())
	return err
}

// wrapped indents a text of people's or the cluster's words, wrapped to the
// terminal.
func (p pen) wrapped(text, by string) string {
	if p.Width > 0 {
		text = terminal.Wrap(strings.TrimRight(text, "\n"), p.Width-len(by))
	}
	return indent(text, by)
}

// try writes one try of a scenario.
func (p pen) try(b *strings.Builder, s *model.Scenario) {
	for i := range s.Steps {
		p.step(b, s, i)
	}
	for _, section := range sections {
		notes := s.NotesOf(string(section.kind))
		if len(notes) == 0 {
			continue
		}
		fmt.Fprintf(b, "      %s\n", p.bold(section.heading))
		for _, n := range notes {
			b.WriteString(p.wrapped(stamped(n), "        "))
		}
	}
	p.diagnostics(b, s)
}

// sections lists the kinds of notes that are shown, with their headings. Notes of
// the kind Seen are left out: the step's message contains them.
var sections = []struct {
	kind    event.Kind
	heading string
}{
	{event.ClusterTaken, "Cluster"},
	{event.Receipt, "Receipts"},
	{event.Requests, "Requests"},
	{event.Evidence, "Evidence"},
	{event.Cleaned, "Afterwards"},
}

func (p pen) step(b *strings.Builder, s *model.Scenario, i int) {
	step, depth := s.Steps[i], p.calls(b, s, i)
	place := ""
	if step.Outcome == record.Failed || step.Outcome == record.Undecided {
		place = "  # " + s.PlaceOf(step.Step)
	}
	took := ""
	if step.Outcome != record.NotRun {
		took = span(step.Duration())
	}
	b.WriteString(p.row("      ", string(step.Outcome), took, nesting(depth)+step.Keyword+" "+step.Text+place))
	if len(step.Calls) > 0 && step.Below != nil && step.Below.DocString != nil && step.Message != "" {
		b.WriteString(indent(step.Below.DocString.Content, strings.Repeat(" ", 14)+nesting(depth)))
	}
	if step.Message != "" {
		b.WriteString(p.wrapped(step.Message, strings.Repeat(" ", 12)+nesting(depth)))
	}
}

// row returns a line of a verdict, a duration and a text, which is wrapped to the
// terminal and continued below its beginning.
func (p pen) row(by, word, took, text string) string {
	const duration, gap = 7, "  "
	column := len(by) + verdictWidth + len(gap) + duration + len(gap)
	return fmt.Sprintf("%s%s%s%*s%s%s\n", by, p.verdict(word), gap, duration, took, gap, terminal.Hanging(text, column, p.Width))
}

// verdictWidth is the width of the longest verdict.
const verdictWidth = 9

// verdict returns a verdict or an outcome, padded to the width of the longest.
func (p pen) verdict(word string) string {
	padded := fmt.Sprintf("%-*s", verdictWidth, word)
	switch word {
	case string(verdict.Passed):
		return p.paint(padded, "32")
	case string(verdict.Failed):
		return p.paint(padded, "31;1")
	case string(verdict.Undecided):
		return p.paint(padded, "33;1")
	}
	return p.paint(padded, "2")
}

func (p pen) bold(text string) string { return p.paint(text, "1") }

// paint wraps a text in an ANSI graphic rendition (SGR).
func (p pen) paint(text, rendition string) string {
	if !p.Color {
		return text
	}
	return terminal.Paint(text, rendition)
}

func indent(text, by string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	return by + strings.Join(lines, "\n"+by) + "\n"
}

// span formats a duration with two or three significant digits.
func span(d time.Duration) string {
	switch {
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	case d < time.Minute:
		return fmt.Sprintf("%.1fs", d.Seconds())
	default:
		return d.Round(time.Second).String()
	}
}

// stamped prefixes a note with its time, unless it has several lines with times of
// their own.
func stamped(n model.Note) string {
	if strings.Contains(n.Text, "\n") {
		return n.Text
	}
	return clock.Millis(n.At) + "  " + n.Text
}

// worthOpening reports whether there are more details of a scenario than that it
// was not reached.
func worthOpening(s *model.Scenario) bool {
	return !s.Started.IsZero() || s.Verdict == verdict.Failed
}
