package lab

import (
	"fmt"
)

// Criterion is one scenario of checks.feature.
type Criterion struct {
	Name       string     `json:"name"`
	Task       int        `json:"task"`
	Points     int        `json:"points"`
	Visibility Visibility `json:"visibility"`
	Line       int        `json:"-"`
	Feedback   Feedback   `json:"-"` // from lab.yaml; without a text if there is none
}

// Visibility says when students may see a criterion and its result.
type Visibility string

// The visibilities, as in other autograders. In this order, the tags are none,
// @hidden:until-due, @hidden, and @hidden:always.
const (
	Always       Visibility = "always"
	AfterDue     Visibility = "after-due"
	AfterPublish Visibility = "after-publishing"
	Never        Visibility = "never"
)

// String returns the task and the points of the criterion.
func (c Criterion) String() string {
	return fmt.Sprintf("%s (task %d, %d points)", c.Name, c.Task, c.Points)
}
