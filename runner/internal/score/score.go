// Package score computes points from the results of a lab's checks. It is a pure
// function of a lab and a model, so a score can be recomputed from the record of a
// grade, without a cluster and with other weights.
package score

import (
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/steps/event"
)

// Result is the result of grading one submission. All views are computed from it.
type Result struct {
	Lab        string            `json:"lab"`
	Title      string            `json:"title"`
	Submission string            `json:"submission,omitempty"` // the path that was graded
	Student    string            `json:"student,omitempty"`
	Values     map[string]string `json:"values,omitempty"` // of the student's variant
	Started    time.Time         `json:"started"`
	Finished   time.Time         `json:"finished"`
	Submitted  time.Time         `json:"submitted,omitzero"` // time of submission, if known

	// Problem says why nothing was graded: for example, the lab could not be set
	// up, or the workstation could not be used. The student loses no points.
	Problem string `json:"problem,omitempty"`
	// Refused is true if the submission itself is the problem. Grading it again is
	// useless until it is corrected.
	Refused bool `json:"refused,omitempty"`
	// Defect is true if the lab is the problem. Grading again is useless until its
	// author has corrected it.
	Defect bool `json:"defect,omitempty"`
	// Notes report incidents: the script was stopped, for example, or an answer was
	// left out.
	Notes []string `json:"notes,omitempty"`

	// Output is the output of the submission's own script. Found is the state of
	// the cluster when a criterion was not met. Both are for the instructor.
	Output string `json:"output,omitempty"`
	Found  string `json:"found,omitempty"`
	// Left says that the cluster could not be removed, and which command removes
	// it. It is for the instructor.
	Left string `json:"left,omitempty"`

	Criteria []Criterion `json:"criteria"`
	Hints    []Hint      `json:"hints,omitempty"` // the hints that the student requested
	Points   int         `json:"points"`          // of the criteria, minus the cost of the hints
	Total    int         `json:"total"`
	PassMark int         `json:"passMark"`      // in per cent
	Gradable bool        `json:"gradable"`      // all criteria are decided
	Passed   bool        `json:"passed"`        // gradable, and at or above the pass mark
	Late     Late        `json:"late,omitzero"` // the lateness penalty; see Adjusted

	Hidden       int     `json:"hidden,omitempty"`       // number of criteria that the student may not see
	HiddenPoints int     `json:"hiddenPoints,omitempty"` // total points of the hidden criteria
	Withheld     bool    `json:"withheld,omitempty"`     // the score is withheld until hidden criteria are shown
	Shown        *Points `json:"shown,omitempty"`        // of the visible criteria, while the score is withheld

	Basis  *Basis `json:"basis,omitempty"`  // what decided it besides the verdicts
	Record string `json:"record,omitempty"` // the folder that all of this can be recomputed from

	forStudent bool // details that the student may not see are left out
}

// Criterion is a criterion and its result.
type Criterion struct {
	lab.Criterion
	Verdict  verdict.Verdict `json:"verdict"`
	Earned   int             `json:"earned"`
	Feedback lab.Feedback    `json:"feedback,omitzero"`  // the author's advice, if the criterion is not met
	Sentence string          `json:"sentence,omitempty"` // the sentence that was not true, or could not be observed
	Message  string          `json:"message,omitempty"`  // what was expected, what was seen, and since when
	Evidence []string        `json:"evidence,omitempty"` // what changed in the cluster, for the instructor
	Defect   string          `json:"defect,omitempty"`   // file and line of the check if the check is defective; the criterion is then undecided
	Broken   bool            `json:"broken,omitempty"`   // gherkube's own code broke down over it: it is undecided, whoever hides what

	advice string // the feedback in the reader's language
}

// Hint is a hint that the student requested.
type Hint struct {
	Task   int `json:"task"`
	Number int `json:"number"`
	Cost   int `json:"cost"`
}

// String returns the hint and its cost.
func (h Hint) String() string {
	return h.in(english)
}

// Of grades a lab by the model of its checks. A criterion that is missing from the
// model is undecided.
func Of(l *lab.Lab, run *model.Run, hints []Hint) Result {
	byName := map[string]*model.Scenario{}
	if run != nil {
		for _, s := range run.Scenarios {
			byName[s.Name] = s
		}
	}
	var criteria []Criterion
	for _, c := range l.Criteria {
		criteria = append(criteria, judge(c, byName[c.Name]))
	}
	return sum(l, criteria, hints)
}

// Lost fails all criteria of a lab, because the submission broke what the checks
// depend on.
func Lost(l *lab.Lab, why string, hints []Hint) Result {
	var criteria []Criterion
	for _, c := range l.Criteria {
		criteria = append(criteria, Criterion{Criterion: c, Verdict: verdict.Failed, Message: why})
	}
	return sum(l, criteria, hints)
}

// Blame fails all undecided criteria: it is proved that the submission prevents
// their observation.
func (r *Result) Blame(why string) {
	for i := range r.Criteria {
		if c := &r.Criteria[i]; c.Verdict == verdict.Undecided && c.Defect == "" && !c.Broken {
			c.Verdict, c.Message = verdict.Failed, why+"\n"+c.Message
		}
	}
	r.Gradable = r.Problem == "" && r.Undecided() == 0
	r.Passed = r.Gradable && r.Points*100 >= r.PassMark*r.Total
}

// notJudged is the message of a criterion that the checks did not reach.
const notJudged = "it was not judged"

func judge(c lab.Criterion, s *model.Scenario) Criterion {
	judged := Criterion{Criterion: c, Verdict: verdict.Undecided}
	if s == nil || s.Verdict == "" {
		judged.Message = notJudged
		return judged
	}
	judged.Verdict = s.Verdict
	if s.Verdict == verdict.Passed {
		judged.Earned = c.Points
		return judged
	}
	judged.Feedback = c.Feedback
	if step := s.FailedStep(); step != nil {
		judged.Sentence, judged.Message = step.Keyword+" "+step.Text, step.Message
		switch step.Reason {
		case verdict.Defective:
			judged.Verdict, judged.Defect = verdict.Undecided, s.PlaceOf(step.Step)
		case verdict.Panicked:
			judged.Verdict, judged.Broken = verdict.Undecided, true
		}
	}
	for _, note := range s.NotesOf(string(event.Evidence)) {
		judged.Evidence = append(judged.Evidence, note.Text)
	}
	if judged.Verdict != verdict.Failed {
		judged.Feedback = lab.Feedback{} // advice is for what was seen to be wrong
	}
	return judged
}

// FillFeedback replaces placeholders in the feedback.
func (r *Result) FillFeedback(fill func(string) string) {
	for i := range r.Criteria {
		f := &r.Criteria[i].Feedback
		f.Text, f.Korean = fill(f.Text), fill(f.Korean)
	}
}

// sum adds up the points.
func sum(l *lab.Lab, criteria []Criterion, hints []Hint) Result {
	r := Result{
		Lab: l.ID, Title: l.Title, Criteria: criteria, Hints: hints,
		Points: tally(criteria, hints).Points, Total: l.Total(), PassMark: l.PassMark, Gradable: true,
	}
	for _, c := range criteria {
		r.Gradable = r.Gradable && c.Verdict != verdict.Undecided
	}
	r.Passed = r.Gradable && r.Points*100 >= r.PassMark*r.Total
	r.blameLab()
	return r
}

// blameLab turns a defective check into a problem of the whole result: a score
// without that check would be a score of another lab.
func (r *Result) blameLab() {
	for _, c := range r.Criteria {
		if c.Defect != "" {
			r.MarkLabDefective(c.Defect, c.Sentence+": "+c.Message)
			return
		}
	}
}

// MarkLabDefective marks the result ungradable because the lab is defective. at is
// the file and line of the defect.
func (r *Result) MarkLabDefective(at, why string) {
	r.MarkUngradable(fmt.Sprintf("the lab is wrong (%s): %s", at, why))
	r.Defect = true
}

// MarkUngradable marks the result as not graded.
func (r *Result) MarkUngradable(why string) {
	r.Problem, r.Gradable, r.Passed = why, false, false
}

// Verdict returns the verdict that decides the exit code of a grade. Undecided
// takes precedence over the pass mark.
func (r *Result) Verdict() verdict.Verdict {
	switch {
	case !r.Gradable:
		return verdict.Undecided
	case r.Passed:
		return verdict.Passed
	}
	return verdict.Failed
}

// String summarizes the score.
func (r *Result) String() string { return r.outcomeIn(english) }

// outcomeIn says in one line what became of the submission.
func (r *Result) outcomeIn(in page.Texts) string {
	switch {
	case !r.Gradable || r.Refused || r.Problem != "":
		return r.whyIn(in)
	case r.Withheld:
		visible := tally(r.Criteria, r.Hints)
		return in.T("visible", visible.Points, visible.Total, r.hiddenIn(in))
	case r.Passed:
		return in.T("outcome", r.Points, r.Total, in.T("reached"), r.PassMark)
	}
	return in.T("outcome", r.Points, r.Total, in.T("missed"), r.PassMark)
}

// Undecided counts the undecided criteria.
func (r *Result) Undecided() int {
	n := 0
	for _, c := range r.Criteria {
		if c.Verdict == verdict.Undecided {
			n++
		}
	}
	return n
}
