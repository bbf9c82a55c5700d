package steps

import (
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func TestEveryFaultHasASentenceThatUndoesIt(t *testing.T) {
	topology := cluster.Default
	var err error
	if topology.Parts, err = cluster.PartsOf(cluster.AllParts...); err != nil {
		t.Fatal(err)
	}
	on := planned{topology: topology}
	for _, step := range All() {
		for _, make := range step.injected {
			for _, said := range step.Sentences() {
				f, err := make(on, step.words(said.Example))
				if err != nil {
					t.Fatal(err)
				}
				sentence := reverting(on, f.String(), []string{said.Example})
				found := Match(sentence)
				if len(found) != 1 || len(found[0].reverted) == 0 {
					t.Errorf("%q is undone by %q", said.Example, sentence)
					continue
				}
				if reverts, _ := found[0].SentenceFor(sentence); reverts.Language != said.Language {
					t.Errorf("%q is undone in another language: %q", said.Example, sentence)
				}
			}
		}
	}
}

func TestAFaultIsUndoneOfTheNodeThatHasIt(t *testing.T) {
	on := planned{topology: cluster.Default}
	for said, want := range map[string]string{
		"node worker-2 is cut off from all nodes":                                   "node worker-2 is reconnected",
		"node worker-2 is drained":                                                  "node worker-2 is uncordoned",
		"the etcd is held down":                                                     "the etcd is brought back",
		"worker-2의 kubelet을 멈춘다":                                                    "worker-2의 kubelet을 다시 시작한다",
		"the container runtime on worker-2 is stopped together with its containers": "the container runtime on worker-2 is started again",
	} {
		step := Match(said)[0]
		f, err := step.injected[0](on, step.words(said))
		if err != nil {
			t.Fatal(err)
		}
		if got := reverting(on, f.String(), []string{"the kubelet on worker-1 is stopped", said, "node worker-1 is stopped"}); got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
	if got := reverting(on, "the kubelet on worker-1 is stopped", nil); got != "" {
		t.Errorf("got %q for a fault that no sentence injected", got)
	}
}

func TestABareClaimIsSaidInAFrame(t *testing.T) {
	for claim, want := range map[string]string{
		`pod "web" is Running`:            `within 1s pod "web" is Running`,
		`파드 "web"은 Running 상태이다`:          `1초 안에 파드 "web"은 Running 상태이다`,
		`"kubectl get pods" prints "web"`: `within 1s "kubectl get pods" prints "web"`,
		`within 1s pod "web" is Running`:  "",
		`I create pod "web"`:              "",
	} {
		got, ok := InFrame(claim)
		if got != want || ok != (want != "") {
			t.Errorf("%s: got %q", claim, got)
		}
		if ok && len(Match(got)) != 1 {
			t.Errorf("%q says %d steps", got, len(Match(got)))
		}
	}
}

func TestATopologyIsSaidAsASentence(t *testing.T) {
	for want, topology := range map[string]cluster.Topology{
		"a cluster with 2 workers":                                                cluster.Default,
		"a cluster with 1 worker":                                                 {ControlPlanes: 1, Workers: 1, Timings: cluster.Fast},
		"a cluster with 3 control-plane nodes and 1 worker":                       {ControlPlanes: 3, Workers: 1, Timings: cluster.Fast},
		"a cluster with 3 control-plane nodes and 5 workers and upstream timings": {ControlPlanes: 3, Workers: 5, Timings: cluster.Upstream},
	} {
		for language, want := range map[Language]string{English: want, Korean: ""} {
			got := TopologySentences(topology, language)
			read, err := TopologyOf(got)
			if want != "" && got[0] != want || len(got) != 1 || err != nil || read != topology || len(Match(got[0])) != 1 {
				t.Errorf("got %q, %v, %v, want %q", got, read, err, want)
			}
		}
	}
}

func TestPartsAreSaidAsASentence(t *testing.T) {
	for _, part := range cluster.AllParts {
		for _, names := range [][]cluster.Part{{part}, cluster.AllParts} {
			parts, err := cluster.PartsOf(names...)
			if err != nil {
				t.Fatal(err)
			}
			topology := cluster.Default
			topology.Parts = parts
			for _, language := range []Language{English, Korean} {
				said := TopologySentences(topology, language)
				read, err := TopologyOf(said)
				if err != nil || read != topology || len(said) != 2 || len(Match(said[1])) != 1 {
					t.Errorf("%q says %v, %v, want %v", said, read, err, topology)
				}
			}
		}
	}
}
