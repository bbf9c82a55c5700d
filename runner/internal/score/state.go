package score

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// State is what a result is good for.
type State string

// The states. Only a graded result has a score: another one is never shown as
// a lower score, or as none at all.
const (
	Graded      State = "graded"
	NotGradable State = "not gradable: rerun"
	Malformed   State = "not gradable: mend the submission"
	Defective   State = "not gradable: correct the lab"
	Withheld    State = "withheld until the hidden criteria are shown"
)

// State says what the result is good for to whoever reads it.
func (r *Result) State() State {
	switch {
	case r.Refused:
		return Malformed
	case r.Defect:
		return Defective
	case !r.Gradable:
		return NotGradable
	case r.Withheld:
		return Withheld
	}
	return Graded
}

// Adjusted is the points less what is taken off for lateness, with two
// decimals at most.
func (r *Result) Adjusted() float64 { return r.Late.adjusted(r.Points) }

// raw and adjusted are the two scores as a cell of a table has them: empty when
// there is none.
func (r *Result) raw() string {
	if r.State() != Graded {
		return ""
	}
	return strconv.Itoa(r.Points)
}

func (r *Result) adjusted() string {
	if r.State() != Graded {
		return ""
	}
	return decimal(r.Adjusted())
}

func decimal(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

// pass is a word for whether the pass mark was reached. The mark is held
// against the raw points: lateness is a matter of the gradebook.
func (r *Result) pass() string {
	switch {
	case r.State() != Graded:
		return ""
	case r.Passed:
		return "yes"
	}
	return "no"
}

// earned is what the criteria have brought, hints left aside.
func (r *Result) earned() int {
	sum := 0
	for _, c := range r.Criteria {
		sum += c.Earned
	}
	return sum
}

// cell is what a criterion has brought: nothing is said of one that is
// undecided.
func (c Criterion) cell() string {
	if c.Verdict == verdict.Undecided {
		return ""
	}
	return strconv.Itoa(c.Earned)
}

// lateness says what is taken off for it, or nothing.
func (r *Result) lateness() string {
	switch r.Late.Days {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("late by a day: %s %% off", decimal(r.Late.Percent))
	}
	return fmt.Sprintf("late by %d days: %s %% off", r.Late.Days, decimal(r.Late.Percent))
}

// who is whose result it is, as gradebooks identify them.
func (r *Result) who() string { return cmp.Or(r.Student, r.Submission) }
