package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"k8s.io/apimachinery/pkg/util/duration"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/grading"
)

const clusterListLong = `List clusters: the state of each, its age, the memory that it uses now, its
version of Kubernetes, and who uses it: a lab, a run, or a person ("hand", after
"gherkube cluster up" or "gherkube run --keep").

States: running, stopped, starting, quarantined (see "gherkube cluster repair"),
and broken: a part of its containers does not run.

--output wide adds what each consists of, and the file for KUBECONFIG.`

func newClusterList(a *app) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"ls"}, Short: "List clusters, their state, and who uses them", Long: clusterListLong,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := knownOutput(output); err != nil {
				return err
			}
			found, err := a.platform.List(cmd.Context())
			if err != nil {
				return err
			}
			if err := a.print(a.listOfClusters(cmd.Context(), found), output); err != nil {
				return err
			}
			for _, c := range found {
				a.tellTrouble(c)
			}
			return nil
		},
	}
	outputFlag(cmd, &output)
	return cmd
}

// clusterJSON is a cluster in the output for programs.
type clusterJSON struct {
	Name       string    `json:"name"`
	State      string    `json:"state"`
	Created    time.Time `json:"created"`
	Memory     int64     `json:"memory,omitempty"` // in bytes; absent if unknown
	Kubernetes string    `json:"kubernetes"`
	UsedBy     string    `json:"usedBy"`
	Topology   string    `json:"topology"`
	Kubeconfig string    `json:"kubeconfig"`
}

func (a *app) listOfClusters(ctx context.Context, found []docker.Info) listing {
	items := []clusterJSON{}
	text := [][]string{{"NAME", "STATE", "AGE", "MEMORY", "KUBERNETES", "USED BY"}}
	wide := [][]string{append(slices.Clone(text[0]), "TOPOLOGY", "KUBECONFIG")}
	for _, c := range found {
		used := a.memoryOf(ctx, c)
		i := clusterJSON{c.Name, stateOf(c), c.Created, used, c.Topology.Kubernetes.String(), userOf(c), c.Topology.String(), cluster.KubeconfigPath(c.Name)}
		row := []string{i.Name, i.State, age(c.Created), mebibytes(used), i.Kubernetes, i.UsedBy}
		items = append(items, i)
		text = append(text, row)
		wide = append(wide, append(slices.Clone(row), i.Topology, i.Kubeconfig))
	}
	return listing{text, wide, items}
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

// memoryOf returns the memory that a cluster uses, or 0 if it is unknown.
func (a *app) memoryOf(ctx context.Context, c docker.Info) int64 {
	if state, _ := c.State(); state == docker.Stopped || a.platform.Memory == nil {
		return 0
	}
	ctx, cancel := context.WithTimeout(ctx, memoryTime)
	defer cancel()
	used, err := a.platform.Memory(ctx, c.Name)
	if err != nil {
		return 0
	}
	return used
}

func mebibytes(used int64) string {
	if used == 0 {
		return "-"
	}
	return fmt.Sprintf("%d MiB", used>>20)
}

// age returns the time since a moment, as kubectl shows it.
func age(created time.Time) string { return duration.HumanDuration(time.Since(created)) }
