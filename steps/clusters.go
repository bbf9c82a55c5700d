package steps

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const topologyPattern = `^a cluster(?: of Kubernetes (\d+\.\d+(?:\.\d+)?))? with (?:(\d+) control-plane nodes? and )?(\d+) workers?(?: and (\w+) timings)?$`

// koreanTopology captures the groups of topologyPattern in another order.
const koreanTopology = `^(?:컨트롤 플레인 노드 (\d+)대와 )?워커 (\d+)대로 된(?: 쿠버네티스 (\d+\.\d+(?:\.\d+)?))?(?: (\w+) 타이밍의)? 클러스터가 있다$`

var koreanTopologyOrder = []int{1, 2, 0, 3}

var clusterSteps = []Step{
	{
		Topic:   "cluster",
		Kinds:   aPreparation,
		Pattern: topologyPattern,
		Meaning: "The scenario's cluster, with 1 or 3 control-plane nodes. The default is the newest version of Kubernetes, or that of --kubernetes, " +
			"one control-plane node, two workers and fast timings. The versions are 1.34, 1.35 and 1.36.",
		Example: "a cluster with 2 workers",
		Korean: Sentence{
			Pattern: koreanTopology,
			Example: `워커 2대로 된 클러스터가 있다`,
			Order:   koreanTopologyOrder,
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
		words = topologyWords(words)
		t, err := topology(words[0], words[1], words[2], words[3])
		if err != nil {
			return cluster.Topology{}, fmt.Errorf("%q: %w", sentence, err)
		}
		if asked != "" && t != found {
			return cluster.Topology{}, fmt.Errorf("%q: the scenario has asked for %q already: it runs on one cluster", sentence, asked)
		}
		found, asked, timed = t, sentence, words[3] != ""
	}
	found.Parts, found.Simulated = all, simulated
	if simulated > 0 && !timed {
		found.Timings = cluster.Upstream
	}
	return found, found.Validate()
}

// topologyWords returns what a match of topologySentence captures, in the order of the
// English sentence.
func topologyWords(match []string) []string {
	english, korean := match[1:5], match[5:]
	words := slices.Clone(english)
	for group, at := range koreanTopologyOrder {
		words[at] += korean[group] // those of one language are empty
	}
	return words
}

// NamesKubernetes reports whether the sentences of a scenario request a version of
// Kubernetes.
func NamesKubernetes(sentences []string) bool {
	return slices.ContainsFunc(sentences, func(sentence string) bool {
		match := topologySentence.FindStringSubmatch(sentence)
		return match != nil && topologyWords(match)[0] != ""
	})
}

// TopologySentences returns the sentences that request a topology, in a language.
func TopologySentences(t cluster.Topology, in Language) []string {
	all := []string{nodesSentence(t, in)}
	if t.Simulated > 0 {
		all = append(all, simulatedSentence(t.Simulated, in))
	}
	if parts := t.Parts.Without(cluster.NoAgent); !parts.IsZero() {
		all = append(all, partsSentence(parts, in))
	}
	if t.Parts.Has(cluster.NoAgent) {
		all = append(all, noAgentSentence(in))
	}
	return all
}

func nodesSentence(t cluster.Topology, in Language) string {
	kubernetes, controlPlanes, timings, workers := "", "", "", "workers"
	words := []string{"%d control-plane nodes and ", " and %s timings", "a cluster%s with %s%d %s%s", " of Kubernetes %s"}
	if in == Korean {
		words = []string{"컨트롤 플레인 노드 %d대와 ", " %s 타이밍의", "%[2]s워커 %[3]d대로 된%[1]s%[5]s 클러스터가 있다", " 쿠버네티스 %s"}
	}
	if !t.Kubernetes.IsZero() {
		kubernetes = fmt.Sprintf(words[3], t.Kubernetes)
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
	return fmt.Sprintf(words[2], kubernetes, controlPlanes, t.Workers, workers, timings)
}

func topology(kubernetes, controlPlanes, workers, timings string) (cluster.Topology, error) {
	t := cluster.Default
	var err error
	if t.Kubernetes, err = cluster.VersionOf(kubernetes); err != nil {
		return t, fmt.Errorf("topology: %w", err)
	}
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
func haveCluster(ctx context.Context, kubernetes, controlPlanes, workers, timings string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	wanted, err := topology(kubernetes, controlPlanes, workers, timings)
	if err != nil {
		return err
	}
	has := s.Cluster().Topology()
	// More workers do no harm, but the fault tolerance of a control plane depends on its
	// exact size.
	other := kubernetes != "" && has.Kubernetes != wanted.Kubernetes
	if has.ControlPlanes != wanted.ControlPlanes || has.Workers < wanted.Workers || other {
		return verdict.Unseenf("cluster %s has %s, and the scenario needs %s", s.Cluster().Name(), has, wanted)
	}
	return nil
}
