package score

import (
	"cmp"
	"strconv"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// State says how a result may be used.
type State string

// The states. Only a graded result has a score. Others never show a lower score or
// zero instead.
const (
	Graded      State = "graded"
	NotGradable State = "not gradable: rerun"
	Malformed   State = "not gradable: mend the submission"
	Defective   State = "not gradable: correct the lab"
	Withheld    State = "withheld until the hidden criteria are shown"
)

// State returns the state of the result for its reader.
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

// Adjusted returns the points minus the lateness penalty, with at most two
// decimals.
func (r *Result) Adjusted() float64 { return r.Late.adjusted(r.Points) }

// raw returns the score for a table's cell, without the lateness penalty. It is
// empty if there is no score.
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

// pass says whether the pass mark was reached. The pass mark applies to the raw
// score; the lateness penalty only matters in the gradebook.
func (r *Result) pass() string {
	switch {
	case r.State() != Graded:
		return ""
	case r.Passed:
		return "yes"
	}
	return "no"
}

// earned returns the points of all criteria, before hints.
func (r *Result) earned() int {
	sum := 0
	for _, c := range r.Criteria {
		sum += c.Earned
	}
	return sum
}

// cell returns the points of a criterion for a table's cell, or "" if the criterion
// is undecided.
func (c Criterion) cell() string {
	if c.Verdict == verdict.Undecided {
		return ""
	}
	return strconv.Itoa(c.Earned)
}

// lateness describes the lateness penalty, or returns "".
func (r *Result) lateness() string {
	if r.Late.Days == 0 {
		return ""
	}
	return r.Late.in(english)
}

// who returns the name by which gradebooks identify the result.
func (r *Result) who() string { return cmp.Or(r.Student, r.Submission) }
