package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
)

const repairLong = `Verify a quarantined cluster and release it for use.

A cluster is quarantined if a scenario left it changed, or was interrupted on
it. This command reverts faults that are still injected and deletes the
namespaces of scenarios. If the cluster is then healthy and as it was before the
scenario, it is released. Fix all other differences yourself.

Exit codes:
  0  the cluster can be used again
  1  it still differs from its earlier state
  2  it could not be verified
  3  invalid usage, or no such cluster`

func newClusterRepair(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "repair NAME", Aliases: []string{"mend"}, Short: "Verify a quarantined cluster and release it for use", Long: repairLong,
		Example: "  gherkube cluster list\n  gherkube cluster shell dev -- kubectl uncordon worker-1\n  gherkube cluster repair dev",
		Args:    cobra.ExactArgs(1), ValidArgsFunction: a.completeClusters,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.repair(progress.With(cmd.Context(), a.terminal), args[0])
		},
	}
}

func (a *app) repair(ctx context.Context, name string) error {
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return input.Errorf("%v", err)
	}
	a.tell("Verifying cluster %s; a part that lost the API server may take a minute.", name)
	repaired, err := steps.Repair(ctx, c)
	switch {
	case err != nil && fitness.IsDifferent(err):
		a.tell("%v", err)
		return passedOn(run.CodeFailed)
	case err != nil:
		return err
	case !repaired:
		_, err = fmt.Fprintf(a.terminal.Stdout, "Cluster %s is not quarantined.\n", name)
	default:
		_, err = fmt.Fprintf(a.terminal.Stdout, "Cluster %s is as it was before, and can be used again.\n", name)
	}
	return err
}
