package reader

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

var visibilityTags = map[string]lab.Visibility{
	"@hidden": lab.AfterPublish, "@hidden:until-due": lab.AfterDue, "@hidden:always": lab.Never,
}

// criteria reads the criteria from the scenarios of checks.feature, and compares
// them with the tasks.
func (r *reader) criteria(scenarios []*plan.Scenario) {
	sums := make([]int, len(r.lab.Tasks))
	for _, s := range scenarios {
		c, ok := r.criterion(s)
		if !ok {
			continue
		}
		r.lab.Criteria = append(r.lab.Criteria, c)
		sums[c.Task-1] += c.Points
	}
	for i, task := range r.lab.Tasks {
		at := []any{"tasks", i, "points"}
		switch {
		case sums[i] == 0:
			r.in([]any{"tasks", i}, "no criterion refers to task %d: tag a scenario of %s @task:%d", i+1, lab.ChecksFile, i+1)
		case sums[i] != task.Points:
			r.in(at, "task %d is worth %d points, and its criteria come to %d", i+1, task.Points, sums[i])
		}
	}
}

func (r *reader) criterion(s *plan.Scenario) (lab.Criterion, bool) {
	c := lab.Criterion{Name: s.Name, Visibility: lab.Always, Line: s.Line}
	before := len(r.problems)
	c.Task = r.number(s, "@task:", "says what task it belongs to")
	c.Points = r.number(s, "@points:", "says what it is worth")
	if c.Task > len(r.lab.Tasks) {
		r.problem(lab.ChecksFile, s.Line, "there is no task %d in %s", c.Task, lab.DocumentFile)
	}
	for _, tag := range s.Tags {
		r.visible(&c, s, tag)
	}
	if slices.ContainsFunc(r.lab.Criteria, func(other lab.Criterion) bool { return other.Name == c.Name }) {
		r.problem(lab.ChecksFile, s.Line, "two criteria are called %q", c.Name)
	}
	if s.Row {
		r.problem(lab.ChecksFile, s.Line, "a criterion is one scenario: an outline has one for each row")
	}
	return c, before == len(r.problems)
}

// number reads a tag such as @points:4, which must occur exactly once.
func (r *reader) number(s *plan.Scenario, prefix, meaning string) int {
	var found []int
	for _, tag := range s.Tags {
		text, ok := strings.CutPrefix(tag, prefix)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			r.problem(lab.ChecksFile, s.Line, "%s: it takes a whole number from 1 on", tag)
			return 0
		}
		found = append(found, n)
	}
	if len(found) != 1 {
		r.problem(lab.ChecksFile, s.Line, "%q has %d tags %sN: one %s", s.Name, len(found), prefix, meaning)
		return 0
	}
	return found[0]
}

func (r *reader) visible(c *lab.Criterion, s *plan.Scenario, tag string) {
	v, known := visibilityTags[tag]
	switch {
	case known:
		c.Visibility = v
	case strings.HasPrefix(tag, "@task:"), strings.HasPrefix(tag, "@points:"):
	default:
		r.problem(lab.ChecksFile, s.Line, "tag %s says nothing here: there are @task:N, @points:N, @hidden, @hidden:until-due and @hidden:always", tag)
	}
}
