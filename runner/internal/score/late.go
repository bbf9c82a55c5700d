package score

import (
	"math"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Late is what lateness takes off.
type Late struct {
	Days    int     `json:"days,omitempty"`    // begun since the due time
	Percent float64 `json:"percent,omitempty"` // of the points
}

// LateRule is how lateness is reckoned.
type LateRule struct {
	PerDay float64       `yaml:"perDay" json:"perDay,omitempty"` // per cent of the points, for each day that has begun
	Grace  time.Duration `yaml:"grace" json:"grace,omitempty"`   // so late is not late yet; nanoseconds in JSON
	Cap    float64       `yaml:"cap" json:"cap,omitempty"`       // per cent that are taken off at most; 0 means all
}

// of is what a rule takes off for what was handed in so long after it was due.
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

// Policy is what an instructor decides about the results of a lab.
type Policy struct {
	Due       time.Time `yaml:"due" json:"due,omitzero"`
	Published bool      `yaml:"published" json:"published,omitempty"` // criteria that were hidden until then are shown
	Late      LateRule  `yaml:"late" json:"late,omitzero"`
	// Submitted says when submissions were handed in, by student or submission,
	// where it is not in their records.
	Submitted map[string]time.Time `yaml:"submitted" json:"submitted,omitempty"`
}

// At is the moment at a time.
func (p Policy) At(now time.Time) Moment {
	return Moment{Due: !p.Due.IsZero() && now.After(p.Due), Published: p.Published}
}

// Apply reckons lateness. It is an input.Error when nobody has said when the
// submission was handed in: the time it was graded at is not the student's.
func (p Policy) Apply(r Result) (Result, error) {
	if at, known := p.SubmittedAt(r.Student, r.Submission); known {
		r.Submitted = at
	}
	r.Late = Late{}
	if p.Late.PerDay == 0 {
		return r, nil
	}
	if r.Submitted.IsZero() {
		return r, input.Errorf("nobody says when %s was handed in: give --submitted when it is graded, or a line below submitted: in the policy", r.who())
	}
	r.Late = p.Late.of(r.Submitted.Sub(p.Due))
	return r, nil
}
