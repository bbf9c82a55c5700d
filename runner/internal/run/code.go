package run

import (
	"errors"

	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// The exit codes of a run.
const (
	CodePassed    = 0 // all passed
	CodeFailed    = 1 // something failed
	CodeUndecided = 2 // something is undecided and nothing failed: rerun
	CodeInput     = 3 // bad usage or bad input
)

// Code is the exit code for what Run returned. It is the one place where
// errors become codes: an input that is wrong is named before anything runs;
// after that what failed beats what could not be decided, and whatever else
// went wrong (the container engine, a full disk, an interruption) is nobody's
// failure and calls for a rerun.
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
