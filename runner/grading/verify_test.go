package grading

import (
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/score"
)

func TestWhatALabHasToProve(t *testing.T) {
	rows := []struct {
		name         string
		proof        string
		want, points int
		gradable     bool
		verdict      verdict.Verdict
	}{
		{"as declared", "wrong/half", 6, 6, true, verdict.Passed},
		{"a wrong solution scores more", "wrong/half", 6, 8, true, verdict.Failed},
		{"a wrong solution scores less", "wrong/half", 6, 4, true, verdict.Failed},
		{"an untouched cluster scores", Untouched, 0, 2, true, verdict.Failed},
		{"the solution does not score all", Reference, 10, 8, true, verdict.Failed},
		{"deleting all is worth something", Emptied, 0, 4, true, verdict.Failed},
		{"deleting all is worth less than nothing done", Emptied, 2, 0, true, verdict.Passed},
		{"it could not be told", Untouched, 0, 0, false, verdict.Undecided},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			p := Proof{Lab: "x", Name: row.proof, Want: row.want, Result: score.Result{Points: row.points, Total: 10, Gradable: row.gradable}}
			if p.Verdict() != row.verdict {
				t.Errorf("got %s: %s", p.Verdict(), p)
			}
		})
	}
}

func TestAProofSaysWhatWasBroken(t *testing.T) {
	p := Proof{Lab: "x", Name: Reference, Variant: "cause=size", Want: 10, Result: score.Result{Points: 10, Total: 10, Gradable: true}}
	if got, want := p.String(), "passed     x  solution (cause=size) scores 10 of 10, declared 10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
