package score

import "github.com/gherkube/gherkube/runner/internal/lab"

// Moment is what visibility hangs on. The zero value is while students work.
type Moment struct {
	Due       bool // the due time has passed
	Published bool // the instructor has published the results
}

// Shows reports whether students may see a criterion now. What is published is
// past its due time.
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

// ForStudent is the result as its student may see it at a moment: without what
// is for the instructor, and with hidden criteria as a count and their points.
// While students work, and while a hidden criterion is still to be shown, the
// score is withheld, since it would reveal the hidden verdicts: the student gets
// the points of the visible criteria. Criteria that are never shown do not keep
// the score back once results are due or published. The values of the variant
// may tell what was broken, or what an answer is: the task's text says those
// that are for the student.
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

// notYours stands for what kept a submission from being judged, which may tell
// what the lab's setup breaks.
const notYours = "it was kept from being judged, and not by what was handed in; run it again"

// notYoursEither stands for a defect of the lab, whose place and words would
// tell how it is judged.
const notYoursEither = "the lab is wrong, and its instructor has to correct it; nothing is held against what was handed in"

// problemToStudent is what a student may know of the problem: all of what is
// wrong with the submission, and of others that there is one.
func (r *Result) problemToStudent() string {
	if r.Problem == "" || r.Refused {
		return r.Problem
	}
	if r.Defect {
		return notYoursEither
	}
	return notYours
}

// saidToStudent is the result in a few words, without what a student may not
// know.
func (r Result) saidToStudent() string {
	r.Problem = r.problemToStudent()
	return r.String()
}
