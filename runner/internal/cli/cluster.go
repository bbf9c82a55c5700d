package cli

import (
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/input"
)

func newCluster(a *app) *cobra.Command {
	return group("cluster", "Start, list, enter, repair and remove clusters",
		newClusterUp(a), newClusterList(a), newClusterShell(a), newClusterRepair(a), newClusterDown(a))
}

func newClusterList(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List running clusters and their kubeconfig files",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			found, err := a.platform.List(cmd.Context())
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintf(table, "NAME\tTOPOLOGY\tAGE\tOWNER\tKUBECONFIG\n")
			for _, c := range found {
				age := time.Since(c.Created).Round(time.Second)
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", c.Name, c.Topology, age, owner(c), cluster.KubeconfigPath(c.Name))
			}
			if err := table.Flush(); err != nil {
				return err
			}
			for _, c := range found {
				if q := cluster.Quarantined(c.Name); q != nil && !q.InUse() {
					a.tell("%s", quarantined(c.Name, q))
				}
			}
			return nil
		},
	}
}

// quarantined says that a cluster is not available to scenarios, and why.
func quarantined(name string, q *cluster.Quarantine) string {
	if q.Pending() {
		return fmt.Sprintf("Cluster %[1]s: %[2]s. The next run on it verifies it, or \"gherkube cluster repair %[1]s\" does.", name, q.Reason)
	}
	return fmt.Sprintf("Cluster %s is %s\n%s", name, q, q.Advice(name))
}

// owner returns the state of a cluster in a word or two: who may use or remove it.
func owner(c docker.Info) string {
	switch {
	case c.Owned:
		return "in use"
	case refused(c.Name):
		return "quarantined"
	case c.Keep:
		return "kept"
	}
	return "left"
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
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return input.Errorf("%v", err)
	}
	if err := c.Close(ctx); err != nil {
		return err
	}
	return a.tellRemoved([]string{"cluster " + name}, nil)
}

// attachIdle finds a cluster by its name. It rejects a cluster whose owner process
// is running, because other runs must not be disturbed.
func attachIdle(ctx context.Context, name string) (cluster.Cluster, error) {
	all, err := docker.List(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if c.Name == name && c.Owned {
			return nil, fmt.Errorf("cluster %s belongs to run %s, which goes on", name, c.Run)
		}
	}
	return docker.Attach(ctx, name)
}
