package execution

import (
	"slices"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

func TestInOrder(t *testing.T) {
	big := cluster.Topology{ControlPlanes: 1, Workers: 3}
	planned := []*plan.Scenario{
		{Name: "own", Isolation: cluster.OwnCluster},
		{Name: "disrupts", Isolation: cluster.Disruptive},
		{Name: "big", Isolation: cluster.Shared, Topology: big},
		{Name: "small", Isolation: cluster.Shared},
		{Name: "big too", Isolation: cluster.Shared, Topology: big},
	}
	for parallel, want := range map[int][]string{
		0: {"own", "disrupts", "big", "small", "big too"},
		1: {"own", "disrupts", "big", "small", "big too"},
		2: {"big", "big too", "small", "disrupts", "own"},
	} {
		var got []string
		for _, s := range inOrder(planned, parallel) {
			got = append(got, s.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d at a time: %v, want %v", parallel, got, want)
		}
	}
}
