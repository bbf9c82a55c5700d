package score

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// text writes results for people. Of one result: each criterion with what was
// expected, what was seen, and since when. Of several: a table, after these details
// if the style asks for them.
func text(w io.Writer, results []Result, style Style) error {
	var b strings.Builder
	several := len(results) > 1 && !style.Student
	for _, r := range results {
		if !several || style.Complete {
			r.text(&b, style)
		}
	}
	if several {
		if style.Complete {
			b.WriteString("\n")
		}
		classTable(&b, results, style)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Result) text(b *strings.Builder, style Style) {
	fmt.Fprintf(b, "%s  %s%s\n", r.Lab, r.Title, of(r))
	on := screenOf(r, style)
	for _, c := range r.Criteria {
		c.text(b, on)
	}
	if r.Hidden > 0 && r.State() != Withheld { // a withheld score mentions them itself
		fmt.Fprintf(b, "  %s\n", r.hiddenIn(on.in))
	}
	for _, h := range r.Hints {
		fmt.Fprintf(b, "  %s\n", h.in(on.in))
	}
	for _, note := range r.Notes {
		fmt.Fprintf(b, "  %s\n", on.in.T("remark", noteIn(on.in, note)))
	}
	if !style.Student {
		on.section(b, on.in.T("wrote"), r.Output)
		on.section(b, on.in.T("stood"), r.Found)
	}
	on.more(b)
	b.WriteString(r.countsIn(on.in))
	fmt.Fprintf(b, "%s\n", r.outcomeIn(on.in))
	if counted, known := r.counted(); known && r.Late.Days > 0 {
		fmt.Fprintf(b, "%s\n", on.in.T("pointsLeft", r.Late.in(on.in), decimal(r.Late.adjusted(counted.Points))))
	}
}

// countsIn returns a line with the number of criteria that are met, or "" if nothing
// was judged.
func (r *Result) countsIn(in page.Texts) string {
	if r.Problem != "" || len(r.Criteria) == 0 {
		return ""
	}
	count := map[verdict.Verdict]int{}
	for _, c := range r.Criteria {
		count[c.Verdict]++
	}
	line := in.T("metCount", count[verdict.Passed], count[verdict.Failed])
	if n := count[verdict.Undecided]; n > 0 {
		line += in.T("openCount", n)
	}
	return line + "\n"
}

// of names the student or submission of the result.
func of(r *Result) string {
	var all []string
	for _, part := range []string{r.Student, r.Submission} {
		if part != "" {
			all = append(all, part)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "  (" + strings.Join(all, ", ") + ")"
}

func (c Criterion) text(b *strings.Builder, on *screen) {
	points := fmt.Sprintf("%s/%d", cmp.Or(c.cell(), "?"), c.Points)
	fmt.Fprintf(b, "  %s  %5s  %s  %s\n", on.verdict(c.Verdict), points, on.in.T("ofTask", c.Task), c.Name)
	if c.Verdict == verdict.Passed {
		return
	}
	if c.Sentence != "" && !on.Student {
		fmt.Fprintf(b, "      %s\n", c.Sentence)
	}
	b.WriteString(indent(on.reason(c), "          "))
	if c.advice != "" {
		b.WriteString(indent(terminal.Wrap(on.in.T("advice")+" "+c.advice, on.room(6)), "      "))
	}
	if !on.Student && len(c.Evidence) > 0 {
		on.evidence(b, c.Evidence)
	}
}

// renditions are the colours of verdicts.
var renditions = map[verdict.Verdict]string{verdict.Passed: "32", verdict.Failed: "31;1", verdict.Undecided: "33;1"}

// verdict returns a verdict's word, padded to the width of the longest, in colour if the
// destination can display it.
func (s *screen) verdict(v verdict.Verdict) string {
	return colored(runewidth.FillRight(s.in.T(string(v)), len(verdict.Undecided)), v, s.Style)
}

func indent(text, by string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return by + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n"+by) + "\n"
}
