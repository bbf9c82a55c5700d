package cli

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"k8s.io/apimachinery/pkg/util/duration"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/grading"
)

const clusterListLong = `List clusters: the state of each, its age, the memory that it uses now, its version
of Kubernetes, and who uses it: a lab, a run, or a person ("hand", after
"gherkube cluster up" or "gherkube run --keep").

States: running, stopped, starting, quarantined (see "gherkube cluster repair"),
and broken: a part of its containers does not run.`

func newClusterList(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List clusters, their state, and who uses them", Long: clusterListLong,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			found, err := a.platform.List(cmd.Context())
			if err != nil {
				return err
			}
			if err := a.tellClusters(cmd.Context(), found); err != nil {
				return err
			}
			for _, c := range found {
				a.tellTrouble(c)
			}
			return nil
		},
	}
}

func (a *app) tellClusters(ctx context.Context, found []docker.Info) error {
	table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "NAME\tSTATE\tAGE\tMEMORY\tKUBERNETES\tUSED BY\tTOPOLOGY\tKUBECONFIG\n")
	for _, c := range found {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", c.Name, stateOf(c), age(c.Created), a.memoryOf(ctx, c),
			c.Topology.Kubernetes, userOf(c), c.Topology, cluster.KubeconfigPath(c.Name))
	}
	return table.Flush()
}

// tellTrouble says what is wrong with a cluster, and what to do.
func (a *app) tellTrouble(c docker.Info) {
	state, off := c.State()
	switch lost := c.Lost(); {
	case state != docker.Broken:
	case len(lost) > 0:
		a.tell("Cluster %s is broken: %s", c.Name, lostText(c.Name, lost))
	default:
		a.tell("Cluster %s is broken: %s. To start what is off: %s", c.Name, strings.Join(off, ", "), startsAgain(c.Name))
	}
	if q := cluster.Quarantined(c.Name); q != nil && !q.InUse() {
		a.tell("%s", quarantined(c.Name, q))
	}
}

// stateOf returns the state of a cluster in a word.
func stateOf(c docker.Info) string {
	state, _ := c.State()
	if state == docker.Running && refused(c.Name) {
		return "quarantined"
	}
	return string(state)
}

// userOf says who uses a cluster.
func userOf(c docker.Info) string {
	lab := grading.LabOn(c.Name)
	switch {
	case lab != "":
		return "lab " + lab
	case c.Owned:
		return "run " + c.Run
	case c.Keep:
		return "hand"
	}
	return "nobody"
}

// memoryTime bounds the question how much memory a cluster uses.
const memoryTime = 5 * time.Second

// memoryOf returns the memory that a cluster uses, or a dash if it is unknown.
func (a *app) memoryOf(ctx context.Context, c docker.Info) string {
	if state, _ := c.State(); state == docker.Stopped || a.platform.Memory == nil {
		return "-"
	}
	ctx, cancel := context.WithTimeout(ctx, memoryTime)
	defer cancel()
	used, err := a.platform.Memory(ctx, c.Name)
	if err != nil {
		return "-"
	}
	return fmt.Sprintf("%d MiB", used>>20)
}

// age returns the time since a moment, as kubectl shows it.
func age(created time.Time) string { return duration.HumanDuration(time.Since(created)) }
