package scenario

import (
	"context"
	"slices"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/event"
)

// lent is a cluster that records whether it was removed.
type lent struct {
	dev
	removed bool
}

func (*lent) Topology() cluster.Topology { return cluster.Default }

func (c *lent) Close(context.Context) error {
	c.removed = true
	return nil
}

// An interrupted run removes its clusters without reverting or verifying anything: the
// scenario here has no faults engine and no client for that.
func TestTheClusterOfAnInterruptedScenarioIsRemovedAsItIs(t *testing.T) {
	c := &lent{}
	life := Lifecycle{Pool: cluster.NewPool(func(context.Context, cluster.Topology) (cluster.Cluster, error) { return c, nil }), Sessions: &Sessions{}}
	if _, err := life.Pool.Take(t.Context(), cluster.Default, cluster.Disruptive); err != nil {
		t.Fatal(err)
	}
	var told []string
	s := &Scenario{session: &session{cluster: c}, Spec: Spec{Isolation: cluster.Disruptive, OnEvent: func(e event.Event) { told = append(told, e.Text) }}}
	interrupted, cancel := context.WithCancel(t.Context())
	cancel()
	life.End(interrupted, s, false)
	if !c.removed {
		t.Error("the cluster is still there")
	}
	if want := []string{"interrupted: cluster there-is-no-such-cluster is removed as it is"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestAPoolKnowsWhichClustersItStarted(t *testing.T) {
	starter := func(context.Context, cluster.Topology) (cluster.Cluster, error) { return &lent{}, nil }
	for name, row := range map[string]struct {
		pool    *cluster.Pool
		started bool
	}{
		"its own":      {cluster.NewPool(starter), true},
		"one it found": {cluster.NewPool(starter, &lent{}), false},
	} {
		c, err := row.pool.Take(t.Context(), cluster.Default, cluster.Disruptive)
		if err != nil {
			t.Fatal(err)
		}
		if got := row.pool.Started(c); got != row.started || row.pool.Started(&lent{}) {
			t.Errorf("%s: started is %t", name, got)
		}
	}
}
