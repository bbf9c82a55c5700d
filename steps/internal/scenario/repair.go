package scenario

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Repair reverts the faults that runs left in a cluster, and verifies that it is
// healthy and matches the baseline of its quarantine. Then it lifts the quarantine. It
// returns false if the cluster was not quarantined.
func Repair(ctx context.Context, c cluster.Cluster) (repaired bool, err error) {
	held, err := cluster.Hold(ctx, c, cluster.Disruptive)
	if err != nil {
		return false, err
	}
	defer held.Release()
	q := cluster.Quarantined(c.Name())
	switch {
	case q == nil:
		return false, nil
	case q.InUse():
		return false, verdict.Unseenf("cluster %s is kept by a run that goes on: %s", c.Name(), q.Reason)
	}
	opened, err := openSession(ctx, c)
	if err != nil {
		return false, err
	}
	defer opened.close()
	s := &Scenario{session: opened, start: opened.history.Now(), faults: faults.NewEngine(c, faults.Options{})}
	return true, s.repair(ctx, q)
}

// CaughtUp waits until the components of a cluster act on changes. It changes nothing
// else, and reverts no faults.
func CaughtUp(ctx context.Context, c cluster.Cluster) error {
	s, err := connect(ctx, c)
	if err != nil {
		return err
	}
	defer s.close()
	return s.examined().VerifyResynced(ctx)
}
