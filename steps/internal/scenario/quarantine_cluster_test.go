//go:build cluster

package scenario

import (
	"context"
	"errors"
	"strings"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/fitness"
)

// stays is a cluster that existed before the pool: it is not closed.
type stays struct{ cluster.Cluster }

func (stays) Close(context.Context) error { return nil }

// on returns a Lifecycle on a cluster that existed before.
func on(c cluster.Cluster) Lifecycle {
	return Lifecycle{Sessions: &Sessions{}, Pool: cluster.NewPool(func(context.Context, cluster.Topology) (cluster.Cluster, error) {
		return nil, errors.New("there is no other cluster")
	}, stays{c})}
}

func TestAClusterThatDiffersIsQuarantinedUntilItIsMended(t *testing.T) {
	ctx := t.Context()
	c, err := docker.Start(ctx, docker.Options{Topology: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.WithoutCancel(ctx)) })
	begin := func(life Lifecycle, isolation cluster.Isolation) (*Scenario, error) {
		spec := named("q")
		spec.Isolation, spec.NeedsClean = isolation, isolation == cluster.Disruptive
		return life.Begin(ctx, spec, c.Topology())
	}
	cordon := func(s *Scenario, unschedulable string) {
		t.Helper()
		patch := []byte(`{"spec":{"unschedulable":` + unschedulable + `}}`)
		if _, err := s.client.CoreV1().Nodes().Patch(ctx, "worker-1", types.MergePatchType, patch, metav1.PatchOptions{}); err != nil {
			t.Fatal(err)
		}
	}

	first := on(c)
	s, err := begin(first, cluster.Disruptive)
	if err != nil {
		t.Fatal(err)
	}
	if q := cluster.Quarantined(c.Name()); q == nil || !q.Pending() {
		t.Errorf("under way: %v", q)
	}
	cordon(s, "true")
	first.End(ctx, s, false)
	if _, err := begin(on(c), cluster.Shared); err == nil || !strings.Contains(err.Error(), "node worker-1 was schedulable, is cordoned") {
		t.Errorf("lent again: %v", err)
	}
	if repaired, err := Repair(ctx, c); !repaired || !fitness.IsDifferent(err) {
		t.Errorf("repaired as it is: %v, %v", repaired, err)
	}
	cordon(s, "false")
	if repaired, err := Repair(ctx, c); !repaired || err != nil || cluster.Quarantined(c.Name()) != nil {
		t.Errorf("repaired: %v, %v", repaired, err)
	}

	keeping := on(c)
	keeping.Keep = true
	kept, err := begin(keeping, cluster.Disruptive)
	if err != nil {
		t.Fatal(err)
	}
	keeping.End(ctx, kept, false)
	found, err := kept.client.CoreV1().Namespaces().Get(ctx, kept.namespace, metav1.GetOptions{})
	if err != nil || found.DeletionTimestamp != nil {
		t.Errorf("the namespace was not kept: %v", err)
	}
	if all := keeping.Sessions.Kept(); len(all) != 1 || all[0].Namespace != kept.namespace || all[0].Verified {
		t.Errorf("kept: %+v", all)
	}
	next, err := begin(keeping, cluster.Disruptive) // this waits for a clean cluster
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.client.CoreV1().Namespaces().Get(ctx, kept.namespace, metav1.GetOptions{}); err == nil {
		t.Error("what was kept is still there beside the next scenario")
	}
	keeping.Keep = false
	keeping.End(ctx, next, false)
	keeping.Sessions.Settle(ctx)
	if q := cluster.Quarantined(c.Name()); q != nil {
		t.Errorf("the cluster is as it was found, and yet %v", q)
	}
}
