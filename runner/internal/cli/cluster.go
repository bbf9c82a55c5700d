package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
)

func newCluster(a *app) *cobra.Command {
	return group("cluster", "Start, list, enter, stop, repair and remove clusters",
		newClusterUp(a), newClusterList(a), newClusterShell(a), newClusterStop(a), newClusterStart(a), newClusterRepair(a), newClusterDown(a))
}

// quarantined says that a cluster is not available to scenarios, and why.
func quarantined(name string, q *cluster.Quarantine) string {
	if q.Pending() {
		return fmt.Sprintf("Cluster %[1]s: %[2]s. The next run on it verifies it, or \"gherkube cluster repair %[1]s\" does.", name, q.Reason)
	}
	return fmt.Sprintf("Cluster %s is %s\n%s", name, q, q.Advice(name))
}

func refused(name string) bool {
	q := cluster.Quarantined(name)
	return q != nil && !q.Pending()
}

func newClusterDown(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "down NAME...", Short: "Remove clusters",
		Example: "  gherkube cluster list\n  gherkube cluster down 7q3hkp",
		Args:    cobra.MinimumNArgs(1), ValidArgsFunction: a.completeClusters,
		RunE: func(cmd *cobra.Command, names []string) error {
			for _, name := range names {
				if err := a.down(cmd.Context(), name); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) down(ctx context.Context, name string) error {
	if _, err := a.idle(ctx, name); err != nil {
		return err
	}
	a.hold(clusters)
	if err := a.platform.Remove(ctx, name); err != nil {
		return err
	}
	return a.tellRemoved([]string{"cluster " + name}, nil)
}

// attachIdle finds a cluster by its name. It rejects a cluster whose owner process
// is running, because other runs must not be disturbed, and one that is stopped.
func attachIdle(ctx context.Context, name string) (cluster.Cluster, error) {
	all, err := docker.List(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if c.Name != name {
			continue
		}
		if c.Owned {
			return nil, fmt.Errorf("cluster %s belongs to run %s, which goes on", name, c.Run)
		}
		if state, _ := c.State(); state == docker.Stopped {
			return nil, fmt.Errorf("cluster %s is stopped; to start it again: %s", name, startsAgain(name))
		}
	}
	return docker.Attach(ctx, name)
}
