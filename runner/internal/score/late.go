package score

import (
	"math"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Late is a lateness penalty.
type Late struct {
	Days    int     `json:"days,omitempty"`    // days or parts of days since the due time
	Percent float64 `json:"percent,omitempty"` // of the points
}

// LateRule says how the lateness penalty is computed.
type LateRule struct {
	PerDay float64       `yaml:"perDay" json:"perDay,omitempty"` // per cent of the points, for each day or part of a day
	Grace  time.Duration `yaml:"grace" json:"grace,omitempty"`   // no penalty within this time after the due time; nanoseconds in JSON
	Cap    float64       `yaml:"cap" json:"cap,omitempty"`       // maximum penalty in per cent; 0 means 100
}

// of returns the penalty for a submission that is overdue by a duration.
func (l LateRule) of(overdue time.Duration) Late {
	if overdue <= l.Grace {
		return Late{}
	}
	days := int(math.Ceil(overdue.Hours() / 24))
	most := l.Cap
	if most == 0 {
		most = 100
	}
	return Late{Days: days, Percent: min(float64(days)*l.PerDay, most)}
}

// Policy holds an instructor's decisions about the results of a lab.
type Policy struct {
	Due       time.Time `yaml:"due" json:"due,omitzero"`
	Published bool      `yaml:"published" json:"published,omitempty"` // shows criteria that were hidden until publication
	Late      LateRule  `yaml:"late" json:"late,omitzero"`
	// Submitted holds times of submission by student or submission, for records
	// without one.
	Submitted map[string]time.Time `yaml:"submitted" json:"submitted,omitempty"`
}

// At returns the moment of the policy at a time.
func (p Policy) At(now time.Time) Moment {
	return Moment{Due: !p.Due.IsZero() && now.After(p.Due), Published: p.Published}
}

// Apply computes the lateness penalty. It returns an input.Error if the time of
// submission is unknown: the time of grading is no substitute for it.
func (p Policy) Apply(r Result) (Result, error) {
	if at, known := p.SubmittedAt(r.Student, r.Submission); known {
		r.Submitted = at
	}
	r.Late = Late{}
	if p.Late.PerDay == 0 {
		return r, nil
	}
	if r.Submitted.IsZero() {
		return r, input.Errorf("the time of submission of %s is unknown: give --submitted when grading, or a line below submitted: in the policy", r.who())
	}
	r.Late = p.Late.of(r.Submitted.Sub(p.Due))
	return r, nil
}
