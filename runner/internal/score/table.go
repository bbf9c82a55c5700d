package score

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

// verdictColumn is the column of verdicts.
const verdictColumn = 2

// maxName is the maximum number of columns of a name in a table without a width.
const maxName = 32

// classTable writes a row for each result: who, the points, the verdict, and what
// is open or has to be done.
func classTable(b *strings.Builder, results []Result, style Style) {
	rows := [][]string{{"STUDENT", "POINTS", "VERDICT", "OPEN, OR TO DO"}}
	several := slices.ContainsFunc(results, func(r Result) bool { return r.Lab != results[0].Lab })
	for i := range results {
		r := &results[i]
		who := r.who()
		if several {
			who += " (" + r.Lab + ")"
		}
		rows = append(rows, []string{who, r.pointsCell(), r.word(), r.toDo()})
	}
	if !several {
		fmt.Fprintf(b, "%s  %s\n", results[0].Lab, results[0].Title)
	}
	paint := func(row, column int, cell string) string {
		if row == 0 || column != verdictColumn {
			return cell
		}
		return colored(cell, results[row-1].Verdict(), style)
	}
	for _, row := range aligned(rows, style.Width, paint) {
		b.WriteString(row + "\n")
	}
	fmt.Fprintf(b, "%s\n", classSum(results))
}

// pointsCell returns the points as in "8/12", after the penalty for lateness.
func (r *Result) pointsCell() string {
	counted, known := r.counted()
	if !known {
		return "-"
	}
	return decimal(r.Late.adjusted(counted.Points)) + "/" + strconv.Itoa(counted.Total)
}

// word returns the verdict in a word or two.
func (r *Result) word() string {
	switch r.State() {
	case Malformed:
		return "malformed"
	case Defective:
		return "lab defective"
	case NotGradable:
		return "undecided"
	}
	if r.Passed {
		return "passed"
	}
	return "not passed"
}

// toDo says what is missing, or who has to act.
func (r *Result) toDo() string {
	switch r.State() {
	case Malformed:
		return "correct the submission: " + firstLineOf(r.Problem)
	case Defective:
		return "correct the lab: " + firstLineOf(r.Problem)
	case NotGradable:
		if r.Problem != "" {
			return "grade again: " + firstLineOf(r.Problem)
		}
		return fmt.Sprintf("grade again: %d of %d criteria undecided", r.Undecided(), len(r.Criteria))
	}
	open, tasks := 0, []string{}
	for _, c := range r.Criteria {
		if c.Verdict == verdict.Passed {
			continue
		}
		open++
		if task := strconv.Itoa(c.Task); !slices.Contains(tasks, task) {
			tasks = append(tasks, task)
		}
	}
	said := []string{}
	if open > 0 {
		said = append(said, fmt.Sprintf("%d of %d criteria, in task %s", open, len(r.Criteria), strings.Join(tasks, ", ")))
	}
	if len(r.Hints) > 0 {
		said = append(said, wording.Counted(len(r.Hints), "hint"))
	}
	if r.lateness() != "" {
		said = append(said, r.lateness())
	}
	return strings.Join(said, "; ")
}

func firstLineOf(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return first
}

// classSum counts the results by their verdicts.
func classSum(results []Result) string {
	counts := map[string]int{}
	for i := range results {
		counts[results[i].word()]++
	}
	var parts []string
	for _, word := range []string{"passed", "not passed", "undecided", "malformed", "lab defective"} {
		if n := counts[word]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	return fmt.Sprintf("%s: %s", wording.Counted(len(results), "submission"), strings.Join(parts, ", "))
}

// aligned joins the cells of rows in columns, each cell but the last one painted. Long
// names, and the last column beyond the width, are cut off.
func aligned(rows [][]string, width int, paint func(row, column int, cell string) string) (lines []string) {
	name := maxName
	if width > 0 {
		name = max(10, width/3)
	}
	var widths []int
	for _, row := range rows {
		row[0] = runewidth.Truncate(terminal.Visible(line(row[0])), name, "…")
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			row[i] = terminal.Visible(line(cell))
			widths[i] = max(widths[i], runewidth.StringWidth(row[i]))
		}
	}
	for n, row := range rows {
		var b strings.Builder
		left := width
		for i, cell := range row[:len(row)-1] {
			b.WriteString(paint(n, i, cell) + strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell)+2))
			left -= widths[i] + 2
		}
		last := row[len(row)-1]
		if width > 0 {
			last = runewidth.Truncate(last, max(left, 0), "…")
		}
		lines = append(lines, strings.TrimRight(b.String()+last, " "))
	}
	return lines
}

// colored paints a verdict's word if the destination can display colours.
func colored(word string, v verdict.Verdict, style Style) string {
	if !style.Color {
		return word
	}
	return terminal.Paint(word, renditions[v])
}
