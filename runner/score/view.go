package score

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/lab"
)

// View writes results in one format. It has no knowledge of its own.
type View func(w io.Writer, results []Result, style Style) error

// Style is who reads, and what the place can show.
type Style struct {
	Color bool
	// Student leaves out what students may not see now; the zero value is for
	// an instructor.
	Student bool
}

// Views are the formats there are, by name. A new one is a function and a line
// here.
var Views = map[string]View{
	"text": Text,
	"json": JSON,
}

// Names are the names of the formats.
func Names() []string { return slices.Sorted(maps.Keys(Views)) }

// JSON writes all there is to know.
func JSON(w io.Writer, results []Result, _ Style) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(results)
}

// Text writes results for people: each criterion with what was expected, what
// was seen, and since when.
func Text(w io.Writer, results []Result, style Style) error {
	var b strings.Builder
	for _, r := range results {
		r.text(&b, style)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Result) text(b *strings.Builder, style Style) {
	fmt.Fprintf(b, "%s  %s%s\n", r.Lab, r.Title, of(r))
	hidden := 0
	for _, c := range r.Criteria {
		if style.Student && c.Visibility != lab.Always {
			hidden++
			continue
		}
		c.text(b, style)
	}
	if hidden > 0 {
		fmt.Fprintf(b, "  and %d more, which are shown later\n", hidden)
	}
	for _, h := range r.Hints {
		fmt.Fprintf(b, "  hint %d of task %d: %d points\n", h.Number, h.Task, -h.Cost)
	}
	for _, note := range r.Notes {
		fmt.Fprintf(b, "  note: %s\n", note)
	}
	if !style.Student {
		fmt.Fprintf(b, "%s\n", r)
	}
}

// of names whose result it is.
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
	points := fmt.Sprintf("%d/%d", c.Earned, c.Points)
	if style.Student {
		points = ""
	}
	fmt.Fprintf(b, "  %s  %5s  task %d  %s\n", paint(c.Verdict, style), points, c.Task, c.Name)
	if c.Verdict == verdict.Passed {
		return
	}
	if c.Sentence != "" && !style.Student {
		fmt.Fprintf(b, "      %s\n", c.Sentence)
	}
	b.WriteString(indent(c.Message, "          "))
	if !style.Student && len(c.Evidence) > 0 {
		b.WriteString("      Evidence\n")
		b.WriteString(indent(strings.Join(c.Evidence, "\n"), "        "))
	}
}

// paint writes a verdict, padded to the longest, in colour where that can be
// shown (the graphic renditions of ECMA-48).
func paint(v verdict.Verdict, style Style) string {
	word := fmt.Sprintf("%-9s", v)
	rendition := map[verdict.Verdict]string{verdict.Passed: "32", verdict.Failed: "31;1", verdict.Undecided: "33;1"}[v]
	if !style.Color || rendition == "" {
		return word
	}
	return "\x1b[" + rendition + "m" + word + "\x1b[0m"
}

func indent(text, by string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return by + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n"+by) + "\n"
}
