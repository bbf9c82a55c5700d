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
	"github.com/gherkube/gherkube/steps/event"
)

// Result is what came of grading one submission. Every view is one of it.
type Result struct {
	Lab        string            `json:"lab"`
	Title      string            `json:"title"`
	Submission string            `json:"submission,omitempty"` // what was handed in
	Student    string            `json:"student,omitempty"`
	Values     map[string]string `json:"values,omitempty"` // of the student's variant
	Started    time.Time         `json:"started"`
	Finished   time.Time         `json:"finished"`
	Submitted  time.Time         `json:"submitted,omitzero"` // when it was handed in, if somebody says so

	// Problem is why nothing was judged: the lab could not be set up, the
	// workstation could not be used. Nobody's points are lost by it.
	Problem string `json:"problem,omitempty"`
	// Refused tells that the problem is what was handed in: to grade it again
	// is of no use before it is corrected.
	Refused bool `json:"refused,omitempty"`
	// Defect tells that the problem is the lab: to grade again is of no use
	// before its author has corrected it.
	Defect bool `json:"defect,omitempty"`
	// Notes say what happened on the way: that the script was ended, that an
	// answer was left out.
	Notes []string `json:"notes,omitempty"`

	// Output is what the submission's own program wrote, and Found what stood in
	// the cluster when a criterion was not met: for the instructor.
	Output string `json:"output,omitempty"`
	Found  string `json:"found,omitempty"`
	// Left says that the cluster could not be removed, and what removes it: for
	// the instructor.
	Left string `json:"left,omitempty"`

	Criteria []Criterion `json:"criteria"`
	Hints    []Hint      `json:"hints,omitempty"` // that were asked for
	Points   int         `json:"points"`          // of the criteria, less the hints
	Total    int         `json:"total"`
	PassMark int         `json:"passMark"`      // of a hundred
	Gradable bool        `json:"gradable"`      // every criterion has been decided
	Passed   bool        `json:"passed"`        // gradable, and at or over the pass mark
	Late     Late        `json:"late,omitzero"` // what lateness takes off; see Adjusted

	Hidden       int     `json:"hidden,omitempty"`       // criteria left out because the student may not see them
	HiddenPoints int     `json:"hiddenPoints,omitempty"` // what those are worth
	Withheld     bool    `json:"withheld,omitempty"`     // the score waits for some of them
	Shown        *Points `json:"shown,omitempty"`        // of the visible criteria, while the score is withheld

	Basis  *Basis `json:"basis,omitempty"`  // what decided it beside the verdicts
	Record string `json:"record,omitempty"` // the folder that all of this can be computed from

	forStudent bool // what its student may not see is left out
}

// Criterion is a criterion and what came of it.
type Criterion struct {
	lab.Criterion
	Verdict  verdict.Verdict `json:"verdict"`
	Earned   int             `json:"earned"`
	Sentence string          `json:"sentence,omitempty"` // that was not so, or could not be seen
	Message  string          `json:"message,omitempty"`  // what was expected and what was seen, since when
	Evidence []string        `json:"evidence,omitempty"` // what changed in the cluster, for the instructor
	Defect   string          `json:"defect,omitempty"`   // file and line of the check, if the check itself is wrong: it is undecided
	Broken   bool            `json:"broken,omitempty"`   // gherkube's own code broke down over it: it is undecided, whoever hides what
}

// Hint is a hint that the student has asked for.
type Hint struct {
	Task   int `json:"task"`
	Number int `json:"number"`
	Cost   int `json:"cost"`
}

// String is the hint and what it takes off.
func (h Hint) String() string {
	return fmt.Sprintf("hint %d of task %d: %d points", h.Number, h.Task, -h.Cost)
}

// Of judges a lab by the model of its checks. A criterion that the model does
// not have is undecided.
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

// Lost judges a lab on which nothing could be looked at, because what had been
// handed in has broken what the checks look through: all has failed.
func Lost(l *lab.Lab, why string, hints []Hint) Result {
	var criteria []Criterion
	for _, c := range l.Criteria {
		criteria = append(criteria, Criterion{Criterion: c, Verdict: verdict.Failed, Message: why})
	}
	return sum(l, criteria, hints)
}

// Blame fails what could not be decided: it is proved that what was handed in
// hides it.
func (r *Result) Blame(why string) {
	for i := range r.Criteria {
		if c := &r.Criteria[i]; c.Verdict == verdict.Undecided && c.Defect == "" && !c.Broken {
			c.Verdict, c.Message = verdict.Failed, why+"\n"+c.Message
		}
	}
	r.Gradable = r.Problem == "" && r.Undecided() == 0
	r.Passed = r.Gradable && r.Points*100 >= r.PassMark*r.Total
}

func judge(c lab.Criterion, s *model.Scenario) Criterion {
	judged := Criterion{Criterion: c, Verdict: verdict.Undecided}
	if s == nil || s.Verdict == "" {
		judged.Message = "it was not judged"
		return judged
	}
	judged.Verdict = s.Verdict
	if s.Verdict == verdict.Passed {
		judged.Earned = c.Points
		return judged
	}
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
	return judged
}

// sum adds up.
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

// blameLab makes a defect of one check the problem of the whole result: a score
// without that check would be of another lab.
func (r *Result) blameLab() {
	for _, c := range r.Criteria {
		if c.Defect != "" {
			r.MarkLabDefective(c.Defect, c.Sentence+": "+c.Message)
			return
		}
	}
}

// MarkLabDefective makes a result of one on which nothing could be judged because the
// lab is wrong; at is the file and line of what is wrong with it.
func (r *Result) MarkLabDefective(at, why string) {
	r.MarkUngradable(fmt.Sprintf("the lab is wrong (%s): %s", at, why))
	r.Defect = true
}

// MarkUngradable makes the result one on which nothing could be judged.
func (r *Result) MarkUngradable(why string) {
	r.Problem, r.Gradable, r.Passed = why, false, false
}

// Verdict is the result as the exit codes of a grade see it: undecided before
// the pass mark is looked at.
func (r *Result) Verdict() verdict.Verdict {
	switch {
	case !r.Gradable:
		return verdict.Undecided
	case r.Passed:
		return verdict.Passed
	}
	return verdict.Failed
}

// String is the score in a few words.
func (r *Result) String() string {
	switch {
	case r.Refused:
		return string(Malformed) + ": " + r.Problem
	case r.Problem != "":
		return "not gradable: " + r.Problem
	case !r.Gradable && r.Undecided() == 0:
		return "not gradable: a hidden criterion could not be decided; run it again"
	case !r.Gradable:
		return fmt.Sprintf("not gradable: %d of %d criteria could not be decided; run it again", r.Undecided(), len(r.Criteria))
	}
	if r.Withheld {
		visible := tally(r.Criteria, r.Hints)
		return fmt.Sprintf("%d of %d points for the visible criteria; %s", visible.Points, visible.Total, r.hiddenNote())
	}
	word := "not passed"
	if r.Passed {
		word = "passed"
	}
	return fmt.Sprintf("%d of %d points, %s (the pass mark is %d of 100)", r.Points, r.Total, word, r.PassMark)
}

// Undecided counts the criteria that could not be decided.
func (r *Result) Undecided() int {
	n := 0
	for _, c := range r.Criteria {
		if c.Verdict == verdict.Undecided {
			n++
		}
	}
	return n
}
