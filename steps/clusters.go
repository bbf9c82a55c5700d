package steps

import (
	"context"
	"fmt"
	"regexp"
	"strconv"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const topologyPattern = `^a cluster with (?:(\d+) control-plane nodes? and )?(\d+) workers?(?: and (\w+) timings)?$`

// koreanTopology captures the same groups as topologyPattern.
const koreanTopology = `^(?:컨트롤 플레인 노드 (\d+)대와 )?워커 (\d+)대로 된(?: (\w+) 타이밍의)? 클러스터가 있다$`

var clusterSteps = []Step{
	{
		Topic:   "cluster",
		Kinds:   aPreparation,
		Pattern: topologyPattern,
		Meaning: "The scenario's cluster, with 1 or 3 control-plane nodes. The default is one control-plane node, two workers and fast timings.",
		Example: "a cluster with 2 workers",
		Korean: Sentence{
			Pattern: koreanTopology,
			Example: `워커 2대로 된 클러스터가 있다`,
		},
		Func: haveCluster,
	},
}

var topologySentence = regexp.MustCompile(topologyPattern + "|" + koreanTopology)

// TopologyOf returns the topology that a scenario's sentences request, or the Default.
// The error names the wrong sentence.
func TopologyOf(sentences []string) (cluster.Topology, error) {
	found := cluster.Default
	asked, timed := "", false
	var all cluster.Parts
	simulated := 0
	for _, sentence := range sentences {
		number, err := simulatedOf(sentence)
		if err != nil {
			return cluster.Topology{}, fmt.Errorf("%q: %w", sentence, err)
		}
		simulated = max(simulated, number)
		parts, some, err := partsOf(sentence)
		if err != nil {
			return cluster.Topology{}, fmt.Errorf("%q: %w", sentence, err)
		}
		if some {
			all = all.With(parts)
			continue
		}
		words := topologySentence.FindStringSubmatch(sentence)
		if words == nil {
			continue
		}
		t, err := topology(words[1]+words[4], words[2]+words[5], words[3]+words[6]) // the groups of the other language are empty
		if err != nil {
			return cluster.Topology{}, fmt.Errorf("%q: %w", sentence, err)
		}
		if asked != "" && t != found {
			return cluster.Topology{}, fmt.Errorf("%q: the scenario has asked for %q already: it runs on one cluster", sentence, asked)
		}
		found, asked, timed = t, sentence, words[3]+words[6] != ""
	}
	found.Parts, found.Simulated = all, simulated
	if simulated > 0 && !timed {
		found.Timings = cluster.Upstream
	}
	return found, found.Validate()
}

// TopologySentences returns the sentences that request a topology, in a language.
func TopologySentences(t cluster.Topology, in Language) []string {
	all := []string{nodesSentence(t, in)}
	if t.Simulated > 0 {
		all = append(all, simulatedSentence(t.Simulated, in))
	}
	if !t.Parts.IsZero() {
		all = append(all, partsSentence(t.Parts, in))
	}
	return all
}

func nodesSentence(t cluster.Topology, in Language) string {
	controlPlanes, timings, workers := "", "", "workers"
	words := []string{"%d control-plane nodes and ", " and %s timings", "a cluster with %s%d %s%s"}
	if in == Korean {
		words = []string{"컨트롤 플레인 노드 %d대와 ", " %s 타이밍의", "%s워커 %d대로 된%[4]s 클러스터가 있다"}
	}
	if t.ControlPlanes != cluster.Default.ControlPlanes {
		controlPlanes = fmt.Sprintf(words[0], t.ControlPlanes)
	}
	if t.Timings != cluster.Default.Timings || t.Simulated > 0 {
		timings = fmt.Sprintf(words[1], t.Timings)
	}
	if t.Workers == 1 {
		workers = "worker"
	}
	return fmt.Sprintf(words[2], controlPlanes, t.Workers, workers, timings)
}

func topology(controlPlanes, workers, timings string) (cluster.Topology, error) {
	t := cluster.Default
	var err error
	if controlPlanes != "" {
		if t.ControlPlanes, err = strconv.Atoi(controlPlanes); err != nil {
			return t, fmt.Errorf("topology: %w", err)
		}
	}
	if t.Workers, err = strconv.Atoi(workers); err != nil {
		return t, fmt.Errorf("topology: %w", err)
	}
	if timings != "" {
		t.Timings = cluster.Timings(timings)
	}
	return t, t.Validate()
}

// haveCluster verifies that the scenario's cluster has the topology of the sentence. The
// plan chose the cluster by the same sentence.
func haveCluster(ctx context.Context, controlPlanes, workers, timings string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	wanted, err := topology(controlPlanes, workers, timings)
	if err != nil {
		return err
	}
	has := s.Cluster().Topology()
	// More workers do no harm, but the fault tolerance of a control plane depends on its
	// exact size.
	if has.ControlPlanes != wanted.ControlPlanes || has.Workers < wanted.Workers {
		return verdict.Unseenf("cluster %s has %s, and the scenario needs %s", s.Cluster().Name(), has, wanted)
	}
	return nil
}
