package steps

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func TestPartsOfAScenario(t *testing.T) {
	four := []cluster.Part{cluster.NetworkPolicies, cluster.Metrics, cluster.Storage, cluster.Helm}
	next := []cluster.Part{cluster.Metrics, cluster.PackagesOf(cluster.Version{})}
	for name, row := range map[string]struct {
		sentences []string
		want      []cluster.Part
		complaint string
	}{
		"none":                     {sentences: []string{"a cluster with 2 workers"}},
		"one":                      {sentences: []string{"the cluster has metrics"}, want: []cluster.Part{cluster.Metrics}},
		"two":                      {sentences: []string{"the cluster has storage and metrics"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"all":                      {sentences: []string{"the cluster has storage, metrics, helm and network policies"}, want: four},
		"with a comma before and":  {sentences: []string{"the cluster has storage, metrics, helm, and network policies"}, want: four},
		"two sentences":            {sentences: []string{"the cluster has storage", "a cluster with 2 workers", "the cluster has metrics"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"in Korean":                {sentences: []string{"클러스터에 메트릭과 스토리지가 있다"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"in Korean, with commas":   {sentences: []string{"클러스터에 스토리지, 메트릭, helm, 네트워크 정책이 있다"}, want: four},
		"packages":                 {sentences: []string{"the cluster has Kubernetes 1.36 packages and metrics"}, want: next},
		"packages, in Korean":      {sentences: []string{"클러스터에 쿠버네티스 1.36 패키지와 메트릭이 있다"}, want: next},
		"packages of no version":   {sentences: []string{"the cluster has Kubernetes 1.12 packages"}, complaint: `no part "kubernetes 1.12 packages"`},
		"packages two versions on": {sentences: []string{"a cluster of Kubernetes 1.34 with 1 worker", "the cluster has Kubernetes 1.36 packages"}, complaint: "one minor version at a time"},
		"misspelt":                 {sentences: []string{"the cluster has network polices"}, complaint: `no part "network polices" (did you mean "network policies"?)`},
		"in the singular":          {sentences: []string{"the cluster has metric"}, complaint: `did you mean "metrics"?`},
		"of another kind":          {sentences: []string{"the cluster has metrics and mail"}, complaint: `no part "mail": the parts are network policies, metrics, storage, helm, ingress, gateway`},
		"no network agent":         {sentences: []string{"the cluster has no network agent"}, want: []cluster.Part{cluster.NoAgent}},
		"no agent, in Korean":      {sentences: []string{"클러스터에 네트워크 에이전트가 없다", "클러스터에 helm이 있다"}, want: []cluster.Part{cluster.Helm, cluster.NoAgent}},
		"no agent, but policies":   {sentences: []string{"the cluster has network policies", "the cluster has no network agent"}, complaint: "network policies and no network agent"},
		"unknown, in Korean":       {sentences: []string{"클러스터에 우체국이 있다"}, complaint: `no part "우체국"`},
		"none between two commas":  {sentences: []string{"the cluster has metrics, , storage"}, complaint: `no part ""`},
		"a name that ends in one":  {sentences: []string{"the cluster has more storage"}, complaint: `no part "more storage"`},
		"the same part once again": {sentences: []string{"the cluster has metrics and metrics"}, want: []cluster.Part{cluster.Metrics}},
	} {
		t.Run(name, func(t *testing.T) {
			want := cluster.Default
			var err error
			if want.Parts, err = cluster.PartsOf(row.want...); err != nil {
				t.Fatal(err)
			}
			got, err := TopologyOf(row.sentences)
			switch {
			case row.complaint != "":
				if err == nil || !strings.Contains(err.Error(), row.complaint) {
					t.Errorf("got %v, want %q", err, row.complaint)
				}
			case err != nil || got != want:
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestSimulatedNodesOfAScenario(t *testing.T) {
	for name, row := range map[string]struct {
		sentences []string
		want      cluster.Topology
		complaint string
	}{
		"many": {sentences: []string{"a cluster with 1 worker", "1000 simulated nodes"},
			want: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Upstream, Simulated: 1000}},
		"one": {sentences: []string{"1 simulated node"}, want: cluster.Topology{ControlPlanes: 1, Workers: 2, Timings: cluster.Upstream, Simulated: 1}},
		"a few, fast": {sentences: []string{"3 simulated nodes", "a cluster with 1 worker and fast timings"},
			want: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast, Simulated: 3}},
		"in Korean":        {sentences: []string{"시뮬레이션한 노드 1대가 있다"}, want: cluster.Topology{ControlPlanes: 1, Workers: 2, Timings: cluster.Upstream, Simulated: 1}},
		"none":             {sentences: []string{"0 simulated nodes"}, complaint: "ask for 1 to 2000"},
		"too many":         {sentences: []string{"99999999999999999999 simulated nodes"}, complaint: "ask for 1 to 2000"},
		"many, fast":       {sentences: []string{"1000 simulated nodes", "a cluster with 1 worker and fast timings"}, complaint: "need upstream timings"},
		"without a number": {sentences: []string{"the cluster has simulated nodes"}, complaint: "And 100 simulated nodes"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := TopologyOf(row.sentences)
			switch {
			case row.complaint != "":
				if err == nil || !strings.Contains(err.Error(), row.complaint) {
					t.Errorf("got %v, want %q", err, row.complaint)
				}
			case err != nil || got != row.want:
				t.Errorf("got %v, %v, want %v", got, err, row.want)
			default:
				for _, language := range []Language{English, Korean} {
					said := TopologySentences(got, language)
					if again, err := TopologyOf(said); err != nil || again != got {
						t.Errorf("%q says %v, %v", said, again, err)
					}
				}
			}
		})
	}
}

func TestOnlyTheObjectOfASimulatedNodeCanBeSpokenOf(t *testing.T) {
	topology := cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast, Simulated: 3}
	for sentence, complaint := range map[string]string{
		"within 5s node simulated-2 is Unknown":                                            "",
		`within 5s node simulated-2 has the taint "a:NoSchedule"`:                          "",
		`within 5s there are 2 pods on simulated-3`:                                        "",
		`within 5s {.metadata.name} of node simulated-1 is "simulated-1"`:                  "",
		`until node simulated-2 is Unknown, within 5s, node simulated-3 is Ready`:          "",
		"within 5s node simulated-4 is Unknown":                                            "there is no node simulated-4",
		`within 5s unit "kubelet" on simulated-2 is active`:                                "nothing runs there",
		"the kubelet on simulated-2 is stopped":                                            "nothing runs there",
		`until unit "kubelet" on simulated-2 is active, within 5s, node worker-1 is Ready`: "nothing runs there",
	} {
		in := Line{Text: sentence, Isolation: cluster.Disruptive, Topology: topology}
		err := Match(sentence)[0].Complaint(in)
		if (err == nil) != (complaint == "") || err != nil && !strings.Contains(err.Error(), complaint) {
			t.Errorf("%s: got %v, want %q", sentence, err, complaint)
		}
	}
}

func TestAFaultOfAPartNeedsThePart(t *testing.T) {
	for _, sentence := range []string{
		"the network policy controller on worker-1 is frozen", "metrics-server is stopped", "the volume provisioner is stopped", "the ingress controller is stopped",
		"the load balancer controller is stopped", "the webhook server is stopped", "the JobSet operator is stopped",
	} {
		step := Match(sentence)[0]
		in := Line{Text: sentence, Isolation: cluster.Disruptive, Topology: cluster.Default}
		if err := step.outOfOrder(in, step.words(sentence)); err == nil || !strings.Contains(err.Error(), "Given the cluster has ") {
			t.Errorf("%s: got %v", sentence, err)
		}
		var err error
		if in.Topology.Parts, err = cluster.PartsOf(cluster.AllParts...); err != nil {
			t.Fatal(err)
		}
		if err := step.outOfOrder(in, step.words(sentence)); err != nil {
			t.Errorf("%s: %v", sentence, err)
		}
	}
}
