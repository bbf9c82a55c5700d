package run

import (
	"errors"

	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// The exit codes of a run.
const (
	CodePassed    = 0 // all scenarios passed
	CodeFailed    = 1 // a scenario failed
	CodeUndecided = 2 // no scenario failed, but one is undecided: run again
	CodeInput     = 3 // invalid usage or input
)

// Code returns the exit code for the result and the error of Run. No other function
// turns errors into exit codes. Invalid input is reported before anything runs.
// After that, failed outranks undecided. All other errors (the container engine, a
// full disk, an interruption) mean undecided, since the cluster did not fail a
// check.
func Code(result *Result, err error) int {
	var unfit *node.Unfit
	switch {
	case input.Is(err), errors.As(err, &unfit):
		return CodeInput
	case result.verdict() == verdict.Failed:
		return CodeFailed
	case err != nil || result.verdict() == verdict.Undecided:
		return CodeUndecided
	}
	return CodePassed
}

func (r *Result) verdict() verdict.Verdict {
	if r == nil || r.Run == nil {
		return verdict.Passed
	}
	return r.Run.Verdict()
}
