package score

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
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
	for _, c := range r.Criteria {
		c.text(b, style)
	}
	if r.Hidden > 0 && r.State() != Withheld { // a withheld score mentions them itself
		fmt.Fprintf(b, "  %s\n", r.hiddenNote())
	}
	for _, h := range r.Hints {
		fmt.Fprintf(b, "  %s\n", h)
	}
	for _, note := range r.Notes {
		fmt.Fprintf(b, "  note: %s\n", note)
	}
	if !style.Student {
		section(b, "What the submission wrote", r.Output)
		section(b, "What stood in the cluster", r.Found)
	}
	fmt.Fprintf(b, "%s\n", r)
	if counted, known := r.counted(); known && r.lateness() != "" {
		fmt.Fprintf(b, "%s: %s points are left\n", r.lateness(), decimal(r.Late.adjusted(counted.Points)))
	}
}

// section writes text that belongs to no criterion, such as evidence.
func section(b *strings.Builder, heading, text string) {
	if strings.TrimSpace(text) != "" {
		fmt.Fprintf(b, "  %s\n%s", heading, indent(text, "    "))
	}
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

func (c Criterion) text(b *strings.Builder, style Style) {
	points := fmt.Sprintf("%s/%d", cmp.Or(c.cell(), "?"), c.Points)
	fmt.Fprintf(b, "  %s  %5s  task %d  %s\n", paint(c.Verdict, style), points, c.Task, c.Name)
	if c.Verdict == verdict.Passed {
		return
	}
	if c.Sentence != "" && !style.Student {
		fmt.Fprintf(b, "      %s\n", c.Sentence)
	}
	b.WriteString(indent(terminal.Wrap(c.Message, style.room(10)), "          "))
	if c.advice != "" {
		b.WriteString(indent(terminal.Wrap("Feedback: "+c.advice, style.room(6)), "      "))
	}
	if !style.Student && len(c.Evidence) > 0 {
		b.WriteString("      Evidence\n")
		b.WriteString(indent(strings.Join(c.Evidence, "\n"), "        "))
	}
}

// renditions are the colours of verdicts.
var renditions = map[verdict.Verdict]string{verdict.Passed: "32", verdict.Failed: "31;1", verdict.Undecided: "33;1"}

// paint returns a verdict, padded to the width of the longest, in colour if the
// destination can display it.
func paint(v verdict.Verdict, style Style) string {
	word := fmt.Sprintf("%-9s", v)
	rendition := renditions[v]
	if !style.Color || rendition == "" {
		return word
	}
	return terminal.Paint(word, rendition)
}

func indent(text, by string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return by + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n"+by) + "\n"
}
