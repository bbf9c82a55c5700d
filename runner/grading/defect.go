package grading

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/model"
)

// Defect is the error of a lab that is wrong in itself. Neither the submission
// nor the machine is to blame, and a rerun would meet it again.
type Defect struct {
	At  string // file and line
	Why string
}

// Error says where the lab is wrong, and why.
func (d *Defect) Error() string { return fmt.Sprintf("the lab is wrong (%s): %s", d.At, d.Why) }

// defectOf returns the defect of the lab that an error tells of, or nil. A
// feature of a lab that is refused before it runs is one: it names a value that
// its setup has not given.
func defectOf(err error) *Defect {
	var defect *Defect
	var refused *input.Error
	switch {
	case errors.As(err, &defect):
		return defect
	case errors.As(err, &refused) && len(refused.Problems) > 0:
		first := refused.Problems[0]
		return &Defect{fmt.Sprintf("%s:%d", first.File, first.Line), strings.TrimSpace(first.Text)}
	}
	return nil
}

// defective tells whether a step failed because it is wrong in itself.
func defective(step *model.Step) bool { return step != nil && step.Reason == verdict.Defective }
