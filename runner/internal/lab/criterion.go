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
}

// Visibility is when a student may see a criterion and what came of it.
type Visibility string

// The visibilities, as autograders have them. The tags are none for Always,
// @hidden:until-due, @hidden, and @hidden:always.
const (
	Always       Visibility = "always"
	AfterDue     Visibility = "after-due"
	AfterPublish Visibility = "after-publishing"
	Never        Visibility = "never"
)

// String tells what the criterion is worth.
func (c Criterion) String() string {
	return fmt.Sprintf("%s (task %d, %d points)", c.Name, c.Task, c.Points)
}
