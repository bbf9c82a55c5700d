package score

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// summaryLimit is the maximum size of a step's job summary, in bytes. GitHub drops
// a larger one completely (docs.github.com, "Adding a job summary").
const summaryLimit = 1 << 20

// markdown writes a page in GitHub Flavored Markdown (github.github.com/gfm) for a
// job summary: a table of all results, and the details of each below. If the page
// is too large, evidence is left out, and then everything but the table.
func markdown(w io.Writer, results []Result, _ Style) error {
	page := summary(results, true)
	if len(page) > summaryLimit {
		page = summary(bare(results), true) + "\nEvidence is left out: a summary may not be so large.\n"
	}
	if len(page) > summaryLimit {
		page = summary(results, false) + "\nCriteria are left out: a summary may not be so large.\n"
	}
	_, err := io.WriteString(w, page)
	return err
}

func summary(results []Result, open bool) string {
	var b strings.Builder
	b.WriteString("| Lab | Submission | State | Points | Late-adjusted | Passed |\n|---|---|---|--:|--:|---|\n")
	for _, r := range results {
		raw, late := r.countedCells()
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", inline(r.Title), inline(r.who()), r.State(), r.outOf(raw), r.outOf(late), r.pass())
	}
	for _, r := range results {
		if open {
			r.markdown(&b)
		}
	}
	return b.String()
}

// bare returns results without evidence.
func bare(results []Result) []Result {
	var all []Result
	for _, r := range results {
		r.Output, r.Found, r.Criteria = "", "", slices.Clone(r.Criteria)
		for i := range r.Criteria {
			r.Criteria[i].Evidence = nil
		}
		all = append(all, r)
	}
	return all
}

// countedCells returns the points that the reader may know, raw and late-adjusted.
func (r *Result) countedCells() (raw, late string) {
	counted, known := r.counted()
	if !known {
		return "", ""
	}
	return strconv.Itoa(counted.Points), decimal(r.Late.adjusted(counted.Points))
}

func (r *Result) outOf(score string) string {
	counted, known := r.counted()
	if !known {
		return ""
	}
	return fmt.Sprintf("%s / %d", score, counted.Total)
}

func (r *Result) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n", inline(strings.TrimSpace(r.Title+" "+r.who())))
	r.remarks(b)
	b.WriteString("| Verdict | Points | Task | Criterion |\n|---|--:|--:|---|\n")
	for _, c := range r.Criteria {
		fmt.Fprintf(b, "| %s | %s | %d | %s |\n", c.Verdict, c.outOf(), c.Task, inline(c.Name))
	}
	for _, c := range r.Criteria {
		if c.Verdict != verdict.Passed {
			c.markdown(b)
		}
	}
	folded(b, "What the submission wrote", r.Output)
	folded(b, "What stood in the cluster", r.Found)
}

func (c Criterion) outOf() string {
	if c.cell() == "" {
		return ""
	}
	return fmt.Sprintf("%s / %d", c.cell(), c.Points)
}

// allRemarks returns the remarks about the result as a whole.
func (r *Result) allRemarks() (remarks []string) {
	if !r.Gradable {
		remarks = append(remarks, r.String())
	}
	if r.Hidden > 0 {
		remarks = append(remarks, r.hiddenNote())
	}
	for _, h := range r.Hints {
		remarks = append(remarks, h.String())
	}
	if r.lateness() != "" {
		remarks = append(remarks, r.lateness())
	}
	return remarks
}

// remarks writes them, and the notes.
func (r *Result) remarks(b *strings.Builder) {
	remarks := r.allRemarks()
	for _, remark := range slices.Concat(remarks, r.Notes) {
		fmt.Fprintf(b, "- %s\n", inline(remark))
	}
	if len(remarks)+len(r.Notes) > 0 {
		b.WriteString("\n")
	}
}

func (c Criterion) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n**%s** (%s)\n\n%s", inline(c.Name), c.Verdict, fenced(strings.TrimSpace(c.Sentence+"\n"+c.Message)))
	if c.advice != "" {
		fmt.Fprintf(b, "\nFeedback: %s\n", inline(c.advice))
	}
	folded(b, "Evidence", strings.Join(c.Evidence, "\n"))
}

// folded writes a collapsible section.
func folded(b *strings.Builder, heading, text string) {
	if strings.TrimSpace(text) != "" {
		fmt.Fprintf(b, "\n<details><summary>%s</summary>\n\n%s\n</details>\n", heading, fenced(text))
	}
}

// special matches the characters that have a meaning in a line of Markdown, or
// mention people.
var special = regexp.MustCompile("[\\\\`*_{}\\[\\]()#+!|~<>&@:$-]")

// inline returns a text for a single line, without markup: punctuation becomes
// character references.
func inline(text string) string {
	return special.ReplaceAllStringFunc(line(text), func(c string) string { return fmt.Sprintf("&#%d;", c[0]) })
}

var ticks = regexp.MustCompile("`+")

// fenced returns a code block whose fence is longer than any in the text.
func fenced(text string) string {
	fence := "```"
	for _, run := range ticks.FindAllString(text, -1) {
		if len(run) >= len(fence) {
			fence = run + "`"
		}
	}
	return fence + "text\n" + text + "\n" + fence + "\n"
}
