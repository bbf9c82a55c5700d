package cli

import (
	"errors"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// codeOf returns a command's exit code for an error.
func codeOf(err error) int {
	var passed passedOn
	if errors.As(err, &passed) {
		return int(passed)
	}
	return run.Code(nil, err)
}

// TestADefectOfTheLabIsBadInput checks that a defect of the lab outranks undecided,
// in a grade, in a class and in lab verify.
func TestADefectOfTheLabIsBadInput(t *testing.T) {
	graded := score.Result{Gradable: true, Passed: true}
	undecided, wrong := score.Result{}, score.Result{}
	undecided.MarkUngradable("no memory")
	wrong.MarkLabDefective("checks.feature:3", "unknown flag: --watsh")
	for name, row := range map[string]struct {
		results []score.Result
		code    int
	}{
		"all have a grade":          {[]score.Result{graded, graded}, run.CodePassed},
		"one is undecided":          {[]score.Result{graded, undecided}, run.CodeUndecided},
		"one is judged by mistakes": {[]score.Result{graded, undecided, wrong}, run.CodeInput},
	} {
		err := classCode(row.results, nil)
		if got := codeOf(err); got != row.code || input.Is(err) != (row.code == run.CodeInput) {
			t.Errorf("class, %s: code %d, %v", name, got, err)
		}
		var verifications []grading.Verification
		for _, r := range row.results {
			verifications = append(verifications, grading.Verification{Result: r})
		}
		if got := codeOf(verificationCode(verifications)); got != row.code {
			t.Errorf("verifications, %s: code %d", name, got)
		}
	}
	if got := codeOf(resultCode(&wrong)); got != run.CodeInput {
		t.Errorf("a grade: code %d", got)
	}
}
