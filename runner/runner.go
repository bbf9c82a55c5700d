// Package runner runs features as the gherkube command does: plan, clusters,
// execution, record and reports.
//
// Main is the whole command. A program that calls it adds its own sentences to
// every subcommand of gherkube:
//
//	func main() { os.Exit(runner.Main(steps.Extend(mySteps...))) }
//
// Run executes one run, for programs that need its result.
//
// Before v1.0, this package may change with a minor version; exit codes and records
// stay valid.
package runner

import (
	"context"

	"github.com/gherkube/gherkube/runner/internal/cli"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
)

// Main executes the gherkube command with the arguments of the process and the
// vocabulary v. It returns the exit code (see Code). A nil vocabulary means
// gherkube's own.
func Main(v *steps.Vocabulary) int { return cli.Main(orOwn(v)) }

// The types of a run: its options, its result, and the scenarios of the result.
type (
	Options    = run.Options
	Platform   = run.Platform
	Result     = run.Result
	Scenario   = model.Scenario
	Step       = model.Step
	Vocabulary = run.Vocabulary
)

// The exit codes of a run.
const (
	CodePassed    = run.CodePassed
	CodeFailed    = run.CodeFailed
	CodeUndecided = run.CodeUndecided
	CodeInput     = run.CodeInput
)

// Run plans and runs features, and reports on them. When ctx ends, Run cancels the
// current step, reverts faults and removes clusters. Unfinished scenarios are
// undecided. Code turns the result and the error into an exit code.
func Run(ctx context.Context, o Options) (*Result, error) { return run.Run(ctx, o) }

// Lint returns all errors in features that can be detected without a cluster,
// including ones that Gherkin runners silently ignore. Paths are files and folders;
// without paths, Lint reads the folder features.
func Lint(v *steps.Vocabulary, paths ...string) error {
	v = orOwn(v)
	if err := v.Err(); err != nil {
		return err
	}
	_, err := run.Lint(v, paths)
	return err
}

// Code returns the exit code for the result and the error of Run.
func Code(result *Result, err error) int { return run.Code(result, err) }

func orOwn(v *steps.Vocabulary) *steps.Vocabulary {
	if v == nil {
		return steps.Extend()
	}
	return v
}
