package main

import (
	"errors"
	"testing"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// codeOf is the exit code that a command ends with for an error.
func codeOf(err error) int {
	var passed passedOn
	if errors.As(err, &passed) {
		return int(passed)
	}
	return runner.Code(nil, err)
}

// TestADefectOfTheLabIsBadInput holds that it comes before what is undecided,
// in a grade, in a class and in the proofs of a lab.
func TestADefectOfTheLabIsBadInput(t *testing.T) {
	graded := score.Result{Gradable: true, Passed: true}
	undecided, wrong := score.Result{}, score.Result{}
	undecided.Spoil("no memory")
	wrong.SpoilLab("checks.feature:3", "unknown flag: --watsh")
	for name, row := range map[string]struct {
		results []score.Result
		code    int
	}{
		"all have a grade":          {[]score.Result{graded, graded}, runner.CodePassed},
		"one is undecided":          {[]score.Result{graded, undecided}, runner.CodeUndecided},
		"one is judged by mistakes": {[]score.Result{graded, undecided, wrong}, runner.CodeInput},
	} {
		err := classCode(row.results, nil)
		if got := codeOf(err); got != row.code || input.Is(err) != (row.code == runner.CodeInput) {
			t.Errorf("class, %s: code %d, %v", name, got, err)
		}
		var proofs []grading.Proof
		for _, r := range row.results {
			proofs = append(proofs, grading.Proof{Result: r})
		}
		if got := codeOf(proofsCode(proofs)); got != row.code {
			t.Errorf("proofs, %s: code %d", name, got)
		}
	}
	if got := codeOf(resultCode(&wrong)); got != runner.CodeInput {
		t.Errorf("a grade: code %d", got)
	}
}
