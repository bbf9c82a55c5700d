package score

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// reasonRows is the maximum number of rows of a reason on a terminal. Together with its
// feedback, the points, and what to do next, it fits on 24 rows.
const reasonRows = 8

// screen writes the details of one result. On a terminal it shows each reason once,
// and leaves out what a command shows later: the last rows are what people see.
type screen struct {
	Style
	in     page.Texts
	record string            // of the result, if the reader may use it
	shown  map[string]string // reasons, and the criteria that they were shown for
	less   bool              // something was left out
}

func screenOf(r *Result, style Style) *screen {
	return &screen{Style: style, in: page.In(style.Language), record: r.Record, shown: map[string]string{}}
}

// short reports whether details are left out: on a terminal, if there is a record to
// show them from.
func (s *screen) short() bool { return s.Width > 0 && s.record != "" }

// timed matches the time that a check takes. One reason can stand in the way of
// several criteria that wait for different times.
var timed = regexp.MustCompile(`\b(within|for) (?:[0-9.]+(?:ns|µs|ms|s|m|h))+\b`)

// reason returns why a criterion is not met, or names the criterion that was not met
// for the same reason.
func (s *screen) reason(c Criterion) string {
	c.Message = messageIn(s.in, c.Message)
	if s.Width == 0 || c.Message == "" {
		return c.Message
	}
	key := timed.ReplaceAllString(c.Message, "$1")
	if name, shown := s.shown[key]; shown {
		return terminal.Wrap(s.in.T("sameReason", name), s.room(10))
	}
	s.shown[key] = c.Name
	lines := strings.Split(strings.TrimRight(terminal.Wrap(c.Message, s.room(10)), "\n"), "\n")
	rest := len(lines) - reasonRows + 1
	if rest <= 1 {
		return strings.Join(lines, "\n")
	}
	more := "moreToLess"
	if s.short() {
		more, s.less = "moreLines", true
	}
	return strings.Join(append(lines[:reasonRows-1], s.in.T(more, rest)), "\n")
}

// evidence writes what changed in the cluster.
func (s *screen) evidence(b *strings.Builder, lines []string) {
	if s.short() {
		s.less = true
		return
	}
	b.WriteString("      " + s.in.T("proof") + "\n" + indent(strings.Join(lines, "\n"), "        "))
}

// section writes text that belongs to no criterion.
func (s *screen) section(b *strings.Builder, heading, text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case s.short():
		s.less = true
	default:
		fmt.Fprintf(b, "  %s\n%s", heading, indent(text, "    "))
	}
}

// more writes the command that shows what was left out.
func (s *screen) more(b *strings.Builder) {
	if s.less {
		fmt.Fprintf(b, "  %s\n", s.in.T("allDetails", "gherkube regrade "+plan.Quote(s.record)+" | less"))
	}
}
