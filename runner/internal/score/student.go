package score

import "github.com/gherkube/gherkube/runner/internal/lab"

// Moment decides which hidden criteria are visible. The zero value means that
// students still work on the lab.
type Moment struct {
	Due       bool // the due time has passed
	Published bool // the instructor has published the results
}

// Shows reports whether students may see a criterion at the moment. Published
// results count as past the due time.
func (m Moment) Shows(v lab.Visibility) bool {
	switch v {
	case lab.Always:
		return true
	case lab.AfterDue:
		return m.Due || m.Published
	case lab.AfterPublish:
		return m.Published
	}
	return false
}

// ForStudent returns the result as its student may see it at a moment, without the
// instructor's details. Hidden criteria are reduced to their number and points.
//
// While students work, and while a hidden criterion is still to be shown, the score
// is withheld, because it would reveal hidden verdicts. The student gets the points
// of the visible criteria. Criteria that are never shown do not withhold the score
// once results are due or published.
//
// The values of the variant are left out, because they may reveal what was broken,
// or an answer. The task's text states those that are for the student.
func (r Result) ForStudent(m Moment) Result {
	r.forStudent, r.Problem = true, r.problemToStudent()
	var shown []Criterion
	for _, c := range r.Criteria {
		if !m.Shows(c.Visibility) {
			r.Hidden++
			r.HiddenPoints += c.Points
			r.Withheld = r.Withheld || c.Visibility != lab.Never || m == (Moment{})
			continue
		}
		c.Sentence, c.Evidence, c.Defect = "", nil, ""
		shown = append(shown, c)
	}
	if r.State() == Withheld {
		sum := tally(shown, r.Hints)
		r.Shown = &sum
	}
	r.Criteria, r.Record, r.Found, r.Output, r.Left, r.Values, r.Basis = shown, "", "", "", "", nil, nil
	return r
}

// notYours replaces a problem that may reveal what the lab's setup breaks.
const notYours = "it was kept from being judged, and not by what was handed in; run it again"

// notYoursEither replaces a defect of the lab, whose location and message would
// reveal how the lab is graded.
const notYoursEither = "the lab is wrong, and its instructor has to correct it; nothing is held against what was handed in"

// problemToStudent returns what the student may know of the problem: all of a
// problem with the submission, and of any other only that it exists.
func (r *Result) problemToStudent() string {
	if r.Problem == "" || r.Refused {
		return r.Problem
	}
	if r.Defect {
		return notYoursEither
	}
	return notYours
}

// saidToStudent summarizes the result without what the student may not know.
func (r Result) saidToStudent() string {
	r.Problem = r.problemToStudent()
	return r.String()
}
