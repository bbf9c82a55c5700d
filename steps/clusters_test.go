package steps_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
)

func TestTopologyOf(t *testing.T) {
	for name, row := range map[string]struct {
		sentences []string
		want      cluster.Topology
		complaint string
	}{
		"no sentence asks for one": {
			sentences: []string{`I create pod "web" with image "nginx"`},
			want:      cluster.Default,
		},
		"workers only": {
			sentences: []string{"a cluster with 3 workers"},
			want:      cluster.Topology{ControlPlanes: 1, Workers: 3, Timings: cluster.Fast},
		},
		"all that can be said": {
			sentences: []string{"a cluster with 1 control-plane node and 1 worker and upstream timings"},
			want:      cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Upstream},
		},
		"another version of Kubernetes": {
			sentences: []string{"a cluster of Kubernetes 1.35 with 3 control-plane nodes and 1 worker and upstream timings"},
			want:      cluster.Topology{ControlPlanes: 3, Workers: 1, Timings: cluster.Upstream, Kubernetes: cluster.LabVersion},
		},
		"another version in Korean": {
			sentences: []string{"컨트롤 플레인 노드 3대와 워커 1대로 된 쿠버네티스 1.35 upstream 타이밍의 클러스터가 있다"},
			want:      cluster.Topology{ControlPlanes: 3, Workers: 1, Timings: cluster.Upstream, Kubernetes: cluster.LabVersion},
		},
		"the newest version by its name": {sentences: []string{"a cluster of Kubernetes 1.36 with 2 workers"}, want: cluster.Default},
		"a version that is none":         {sentences: []string{"a cluster of Kubernetes 1.12 with 2 workers"}, complaint: "the versions are 1.34, 1.35, 1.36"},
		"a patch":                        {sentences: []string{"워커 2대로 된 쿠버네티스 1.35.4 클러스터가 있다"}, complaint: "write the minor version alone, 1.35"},
		"two versions": {
			sentences: []string{"a cluster of Kubernetes 1.35 with 2 workers", "a cluster with 2 workers"}, complaint: "runs on one cluster",
		},
		"in Korean": {
			sentences: []string{"컨트롤 플레인 노드 1대와 워커 1대로 된 클러스터가 있다"},
			want:      cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast},
		},
		"the same twice is no contradiction": {
			sentences: []string{"a cluster with 2 workers", "a cluster with 2 workers"},
			want:      cluster.Default,
		},
		"two that differ":            {sentences: []string{"a cluster with 2 workers", "a cluster with 1 worker"}, complaint: "runs on one cluster"},
		"more workers than there be": {sentences: []string{"a cluster with 9 workers"}, complaint: "0 to 5"},
		"a profile that is none":     {sentences: []string{"a cluster with 2 workers and quick timings"}, complaint: `"fast"`},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := steps.TopologyOf(row.sentences)
			if row.complaint != "" {
				if err == nil || !strings.Contains(err.Error(), row.complaint) {
					t.Fatalf("error %v, want one with %q", err, row.complaint)
				}
				return
			}
			if err != nil || got != row.want {
				t.Errorf("got %v, %v, want %v", got, err, row.want)
			}
		})
	}
}

func TestIsolationOf(t *testing.T) {
	for tags, want := range map[string]cluster.Isolation{
		"":                         cluster.Shared,
		"@004-2":                   cluster.Shared,
		"@disruptive":              cluster.Disruptive,
		"@disruptive @own-cluster": cluster.OwnCluster,
		"@own-cluster @disruptive": cluster.OwnCluster,
	} {
		if got := steps.IsolationOf(strings.Fields(tags)); got != want {
			t.Errorf("%q: got %s, want %s", tags, got, want)
		}
	}
}
