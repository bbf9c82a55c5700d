package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps"
)

const upLong = `Start a cluster and leave it up, to write features on it or to look around.

"gherkube run --cluster NAME" runs scenarios that need its topology on it. They
start at once, so a short one gives its verdict within a second. The cluster
stays up until you remove it.`

const upExample = `  # Start a cluster, run a scenario on it, look around, and remove it
  gherkube cluster up --name dev
  gherkube run --cluster dev features/faults/worker-kubelet-stopped.feature:12
  gherkube cluster shell dev
  gherkube cluster down dev`

func newClusterUp(a *app) *cobra.Command {
	t, name, timings := cluster.Default, "", ""
	var images, parts []string
	cmd := &cobra.Command{
		Use: "up", Short: "Start a cluster and leave it up",
		Long: upLong, Example: upExample, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t.Timings = cluster.Timings(timings)
			if t.Simulated > 0 && !cmd.Flags().Changed("timings") {
				t.Timings = cluster.Upstream
			}
			var err error
			if t.Parts, err = steps.PartsNamed(parts); err != nil {
				return input.Errorf("--parts: %v", err)
			}
			return a.up(progress.With(cmd.Context(), a.terminal), t, name, images)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&name, "name", "", "name of the cluster (default generated)")
	flags.Var(countOf(&t.ControlPlanes, 1), "control-planes", "number of control-plane nodes, 1 or 3")
	flags.Var(countOf(&t.Workers, 1), "workers", "number of worker nodes, at least 1")
	flags.Var(countOf(&t.Simulated, 1), "simulated-nodes", "number of nodes that exist in the API alone; the timings are upstream then")
	flags.StringVar(&timings, "timings", string(t.Timings), "timings profile: fast or upstream")
	kubernetesFlag(cmd, &t.Kubernetes, "version of Kubernetes")
	partsFlag(cmd, &parts, "what the cluster has beside Kubernetes itself, separated by commas")
	flags.StringArrayVar(&images, "image", nil, "make this image of the local container engine available to pods; can be repeated")
	choices(cmd, "timings", string(cluster.Fast), string(cluster.Upstream))
	return cmd
}

// partsFlag adds the flag --parts to a command.
func partsFlag(cmd *cobra.Command, parts *[]string, usage string) {
	var names []string
	for _, part := range cluster.AllParts {
		names = append(names, string(part))
	}
	cmd.Flags().StringSliceVar(parts, "parts", nil, usage+": "+strings.Join(names, ", "))
	choices(cmd, "parts", names...)
}

func (a *app) up(ctx context.Context, t cluster.Topology, name string, images []string) error {
	if err := t.Validate(); err != nil {
		return input.Errorf("%v", err)
	}
	if err := a.platform.Ready(ctx, []cluster.Topology{t}, a.tell); err != nil {
		return err
	}
	if err := a.unused(ctx, name); err != nil {
		return err
	}
	for _, ref := range images {
		if err := a.platform.HasImage(ctx, ref); err != nil {
			return input.Errorf("--image %s: %v", ref, err)
		}
	}
	c, err := a.platform.Up(ctx, t, name)
	if err != nil {
		return err
	}
	for _, ref := range images {
		if err := c.Publish(ctx, ref); err != nil {
			return errors.Join(err, c.Close(context.WithoutCancel(ctx)))
		}
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, `Cluster %[1]s is up: %[2]s
  kubectl    kubectl --kubeconfig %[3]s get nodes
  enter it   gherkube cluster shell %[1]s
  run on it  gherkube run --cluster %[1]s FEATURE:LINE
  remove it  gherkube cluster down %[1]s
`, c.Name(), c.Topology(), cluster.KubeconfigPath(c.Name()))
	return err
}

// unused rejects a name that another cluster has.
func (a *app) unused(ctx context.Context, name string) error {
	all, err := a.platform.List(ctx)
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.Name == name {
			return input.Errorf("--name %s: a cluster is called so already%s (gherkube cluster list)", name, state(name))
		}
	}
	return nil
}

// state says that a cluster is quarantined, or returns "".
func state(name string) string {
	if refused(name) {
		return ", and is quarantined"
	}
	return ""
}

// tell writes a line to standard error.
func (a *app) tell(format string, args ...any) {
	_, _ = fmt.Fprintf(a.terminal.Stderr, format+"\n", args...)
}
