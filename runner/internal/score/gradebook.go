package score

import (
	"fmt"
	"io"
	"strconv"
	"time"
)

// gradebook writes a row for each submission, with a column for each task and each
// criterion. Undecided ones have empty cells.
func gradebook(w io.Writer, results []Result, _ Style) error {
	var c columns
	for i := range results {
		c.add(&results[i])
	}
	rows := [][]string{c.head()}
	for i := range results {
		rows = append(rows, c.row(&results[i]))
	}
	return table(w, rows)
}

// column is a task of a lab, or one of its criteria. Tasks of different labs may
// have the same number.
type column struct {
	lab, criterion string // criterion is empty for a whole task
	task           int
}

type columns struct {
	labs  map[string]bool
	list  []column
	known map[column]int // the points of each column
}

func (c *columns) add(r *Result) {
	if c.known == nil {
		c.known, c.labs = map[column]int{}, map[string]bool{}
	}
	c.labs[r.Lab] = true
	sums := map[column]int{}
	for _, criterion := range r.Criteria {
		task := column{lab: r.Lab, task: criterion.Task}
		sums[task] += criterion.Points
		c.put(task, 0)
		c.put(column{r.Lab, criterion.Name, criterion.Task}, criterion.Points)
	}
	for task, sum := range sums {
		c.known[task] = max(c.known[task], sum)
	}
}

func (c *columns) put(at column, points int) {
	if _, known := c.known[at]; !known {
		c.list = append(c.list, at)
		c.known[at] = points
	}
}

func (c *columns) head() []string {
	head := []string{"lab", "student", "submission", "state", "points", "late-adjusted", "total", "passed", "days late", "submitted"}
	for _, at := range c.list {
		name := fmt.Sprintf("task %d", at.task)
		if at.criterion != "" {
			name += ": " + at.criterion
		}
		if len(c.labs) > 1 {
			name = at.lab + ": " + name
		}
		head = append(head, cell(fmt.Sprintf("%s (%d)", name, c.known[at])))
	}
	return head
}

func (c *columns) row(r *Result) []string {
	row := []string{
		cell(r.Lab), cell(r.Student), cell(r.Submission), string(r.State()), r.raw(), r.adjusted(),
		strconv.Itoa(r.Total), r.pass(), strconv.Itoa(r.Late.Days), when(r.Submitted),
	}
	scores := r.scores()
	for _, at := range c.list {
		row = append(row, scores[at])
	}
	return row
}

// scores returns the cells of a result. A task with an undecided criterion has
// none.
func (r *Result) scores() map[column]string {
	cells, sums, open := map[column]string{}, map[column]int{}, map[column]bool{}
	for _, c := range r.Criteria {
		task := column{lab: r.Lab, task: c.Task}
		cells[column{r.Lab, c.Name, c.Task}] = c.cell()
		sums[task] += c.Earned
		open[task] = open[task] || c.cell() == ""
	}
	for task, sum := range sums {
		if !open[task] {
			cells[task] = strconv.Itoa(sum)
		}
	}
	return cells
}

func when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
