package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
)

const clusterStartLong = `Start a cluster again that was stopped: by "gherkube cluster stop", or by a
restart of this machine or of the container engine. Nodes that are off are
powered on.

The command returns when the cluster is as healthy as before, which is proved:
each node has reported anew, DNS and Services work, and each component acts on
changes. On a lab's cluster, faults that the restart had undone are in effect
again.

Exit codes:
  0  the cluster is up
  2  it is up, but something that worked before does not; or it did not start
  3  invalid usage, or no such cluster`

func newClusterStart(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "start NAME", Short: "Start a stopped cluster again", Long: clusterStartLong,
		Example: "  gherkube cluster list\n  gherkube cluster start dev",
		Args:    cobra.ExactArgs(1), ValidArgsFunction: a.completeClusters,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.startAgain(progress.With(cmd.Context(), a.terminal), args[0])
		},
	}
}

// lostText says what a cluster has lost, and what to do.
func lostText(name string, lost []string) string {
	return fmt.Sprintf("the container of %s is gone; remove the cluster: gherkube cluster down %s", strings.Join(lost, ", "), name)
}

// startAgain starts a cluster, and the lab on it.
func (a *app) startAgain(ctx context.Context, name string) error {
	info, err := a.idle(ctx, name)
	if err != nil {
		return err
	}
	if state, _ := info.State(); state == docker.Running && !withoutWorkstation(info) {
		_, err := fmt.Fprintf(a.terminal.Stdout, "Cluster %s runs already.\n", name)
		return err
	}
	if lost := info.Lost(); len(lost) > 0 {
		return input.Errorf("cluster %s cannot be started: %s", name, lostText(name, lost))
	}
	since := time.Now()
	if err := a.platform.Resume(ctx, name); err != nil {
		return err
	}
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return err
	}
	if grading.IsLive(name) {
		return a.labGoesOn(ctx, c, since)
	}
	if err := a.settle(ctx, c, cluster.StandstillOf(name).Ailments); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "Cluster %s is up again after %s.\n", name, time.Since(since).Round(100*time.Millisecond))
	return err
}

// settle waits until a cluster is as healthy as before, and its components have caught
// up if nothing ailed.
func (a *app) settle(ctx context.Context, c cluster.Cluster, known []string) error {
	if err := a.platform.Settle(ctx, c, known); err != nil {
		return err
	}
	if len(known) == 0 {
		if err := a.platform.CaughtUp(ctx, c); err != nil {
			return fmt.Errorf("cluster %s was started again, but does not act on changes: %w", c.Name(), err)
		}
	}
	return cluster.EndStandstill(c.Name())
}
