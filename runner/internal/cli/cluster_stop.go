package cli

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
)

const stopLong = `Stop clusters: power off all of their containers. This frees their memory.
Disks, addresses and ports stay, and so does what a student keeps at the
workstation. "gherkube cluster start" starts a cluster again. So it does after a
restart of this machine or of the container engine, which stop all clusters.`

func newClusterStop(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "stop NAME...", Short: "Stop clusters, and keep them for later", Long: stopLong,
		Example: "  gherkube cluster stop dev\n  gherkube cluster start dev",
		Args:    cobra.MinimumNArgs(1), ValidArgsFunction: a.completeClusters,
		RunE: func(cmd *cobra.Command, names []string) error {
			for _, name := range names {
				if err := a.standStill(progress.With(cmd.Context(), a.terminal), name); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) standStill(ctx context.Context, name string) error {
	info, err := a.idle(ctx, name)
	if err != nil {
		return err
	}
	state, _ := info.State()
	if state == docker.Stopped {
		_, err := fmt.Fprintf(a.terminal.Stdout, "Cluster %s is stopped already.\n", name)
		return err
	}
	if state == docker.Running {
		if err := a.remember(ctx, name); err != nil {
			return err
		}
	}
	if err := a.platform.Stop(ctx, name); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "Cluster %[1]s is stopped. To start it again: %[2]s\n", name, startsAgain(name))
	return err
}

// remember stores what a later start compares the cluster with.
func (a *app) remember(ctx context.Context, name string) error {
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return err
	}
	ailing := cluster.AilingParts(c.Healthy(ctx))
	if grading.IsLive(name) {
		live, err := grading.ReadLive(name)
		if err == nil {
			err = live.Look(ctx, c)
		}
		if err != nil {
			return err
		}
	}
	return cluster.SetStandstill(name, cluster.Standstill{Since: time.Now().UTC(), Ailments: ailing})
}

// idle returns a cluster that no running process owns.
func (a *app) idle(ctx context.Context, name string) (docker.Info, error) {
	all, err := a.platform.List(ctx)
	if err != nil {
		return docker.Info{}, err
	}
	at := slices.IndexFunc(all, func(i docker.Info) bool { return i.Name == name })
	switch {
	case at < 0:
		return docker.Info{}, input.Errorf("no cluster %q (gherkube cluster list)", name)
	case all[at].Owned:
		return docker.Info{}, input.Errorf("cluster %s belongs to run %s, which goes on", name, all[at].Run)
	}
	return all[at], nil
}

// startsAgain returns the command that starts a stopped cluster, or the lab on it.
func startsAgain(name string) string {
	if grading.IsLive(name) {
		return "gherkube lab resume " + name
	}
	return "gherkube cluster start " + name
}
