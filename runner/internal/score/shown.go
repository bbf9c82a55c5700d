package score

import (
	"math"
	"strings"
)

// Points are the points earned, out of a total.
type Points struct {
	Points int `json:"points"`
	Total  int `json:"total"`
}

// tally adds up the points of criteria and subtracts the hints. A task's hints
// never cost more than the task has earned.
func tally(criteria []Criterion, hints []Hint) Points {
	var sum Points
	earned := map[int]int{}
	for _, c := range criteria {
		earned[c.Task] += c.Earned
		sum.Total += c.Points
	}
	for _, h := range hints {
		earned[h.Task] -= h.Cost
	}
	for _, points := range earned {
		sum.Points += max(0, points)
	}
	return sum
}

// counted returns the points that the reader may know: all points of a graded
// result, the points of visible criteria while the score is withheld, and none if
// the result is not gradable.
func (r *Result) counted() (points Points, known bool) {
	switch r.State() {
	case Graded:
		return Points{r.Points, r.Total}, true
	case Withheld:
		return tally(r.Criteria, r.Hints), true
	}
	return Points{}, false
}

// toStudent returns what was expected and seen, and the author's feedback.
func (c Criterion) toStudent() string {
	if c.advice == "" {
		return c.Message
	}
	return strings.TrimPrefix(c.Message+"\nFeedback: "+c.advice, "\n")
}

// adjusted returns points minus the lateness penalty, rounded to hundredths.
func (l Late) adjusted(points int) float64 {
	return math.Round(float64(points)*(100-l.Percent)) / 100
}

// hiddenNote says how many criteria are hidden and their points, or returns "".
func (r *Result) hiddenNote() string {
	if r.Hidden == 0 {
		return ""
	}
	return r.hiddenIn(english)
}
