// Package runner runs features as the gherkube command does: plan, clusters,
// execution, record and reports.
//
// Main is the whole command. With it, a program has sentences of its own in
// everything that gherkube does:
//
//	func main() { os.Exit(runner.Main(steps.Extend(mySteps...))) }
//
// Run is one run, for programs that need its result.
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

// Main executes the gherkube command with the arguments of the process, in a
// vocabulary, and returns its exit code (the codes of Code).
//
// A nil vocabulary is gherkube's own.
func Main(v *steps.Vocabulary) int { return cli.Main(orOwn(v)) }

// The parts of a run.
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

// Run plans and runs features, and reports on them. When ctx ends, the current step is
// cancelled, faults are reverted, clusters are removed, and scenarios that have not
// finished are undecided. Code turns the result and the error into an exit code.
func Run(ctx context.Context, o Options) (*Result, error) { return run.Run(ctx, o) }

// Lint finds all that is wrong with features, in a vocabulary, without a cluster:
// undefined steps, and what Gherkin runners ignore. Paths are files and folders;
// none means the folder features.
func Lint(v *steps.Vocabulary, paths ...string) error {
	v = orOwn(v)
	if err := v.Err(); err != nil {
		return err
	}
	_, err := run.Lint(v, paths)
	return err
}

// Code is the exit code for what Run returned.
func Code(result *Result, err error) int { return run.Code(result, err) }

func orOwn(v *steps.Vocabulary) *steps.Vocabulary {
	if v == nil {
		return steps.Extend()
	}
	return v
}
