package grading

import (
	"slices"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/lab"
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
		{"an unusual right solution scores full", "right/other", 10, 10, true, verdict.Passed},
		{"an unusual right solution does not score full", "right/other", 10, 8, true, verdict.Failed},
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

func TestEachSubmissionOfTheLabIsProved(t *testing.T) {
	l := &lab.Lab{Right: []string{"a", "b"}}
	l.Tasks = []lab.Task{{Points: 4}, {Points: 6}}
	l.Expect.Wrong = map[string]int{"d": 2, "c": 5}
	want := []known{{"right/a", 10}, {"right/b", 10}, {"wrong/c", 5}, {"wrong/d", 2}}
	if got := submissions(l); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// The solution (with the untouched cluster) and the emptied namespace come first.
	if got := len((&Grader{}).proofs(l, t.TempDir(), nil)); got != len(want)+2 {
		t.Errorf("%d proofs, want %d", got, len(want)+2)
	}
}

func TestAProofSaysWhatWasBroken(t *testing.T) {
	p := Proof{Lab: "x", Name: Reference, Variant: "cause=size", Want: 10, Result: score.Result{Points: 10, Total: 10, Gradable: true}}
	if got, want := p.String(), "passed     x  solution (cause=size) scores 10 of 10, declared 10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
