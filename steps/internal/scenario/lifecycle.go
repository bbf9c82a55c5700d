package scenario

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// Lifecycle begins scenarios on clusters of a pool, and ends them.
type Lifecycle struct {
	Pool     *cluster.Pool
	Sessions *Sessions
	// Keep leaves a scenario's objects and faults in place until another scenario
	// takes its cluster.
	Keep bool
}

// Begin takes a cluster of a topology for a scenario and makes its namespace.
// Whatever goes wrong here is nothing that the cluster was observed to do:
// undecided.
func (l Lifecycle) Begin(ctx context.Context, spec Spec, t cluster.Topology) (*Scenario, error) {
	s := newScenario(spec)
	c, err := l.take(ctx, s, t)
	if err != nil {
		return nil, verdict.Unseenf("no cluster for this scenario: %w", err)
	}
	s.faults = faults.NewEngine(c, faults.Options{OnReceipt: s.noteReceipt})
	if err := l.enter(ctx, s, c); err != nil {
		err = errors.Join(err, s.forsake(ctx))
		return nil, verdict.Unseenf("%w", errors.Join(err, l.Pool.Return(uncancelled(ctx), c, false)))
	}
	s.values[NamespaceValue] = s.namespace
	s.Tell(event.ClusterTaken, c.Name()+", namespace "+s.namespace, c.Name())
	return s, nil
}

// take takes a cluster from the pool, cleans up first what was kept there, and
// waits until what is being deleted is gone, if the scenario needs that. A
// cluster that is not as it was found then is given away.
func (l Lifecycle) take(ctx context.Context, s *Scenario, t cluster.Topology) (cluster.Cluster, error) {
	for {
		c, err := l.Pool.Take(ctx, t, s.Isolation)
		if err != nil {
			return nil, err
		}
		err = l.Sessions.kept.of(c).clear(ctx)
		if err == nil && s.NeedsClean {
			err = l.Sessions.vacant(ctx, c)
		}
		switch {
		case err == nil:
			return c, nil
		case ctx.Err() != nil: // nothing is known of the cluster
			return nil, errors.Join(err, l.Pool.Return(uncancelled(ctx), c, true))
		}
		l.giveAway(ctx, s, c, err)
	}
}

// enter makes the cluster that was taken ready for the scenario: other
// processes are kept off as far as it needs, and it has a namespace.
func (l Lifecycle) enter(ctx context.Context, s *Scenario, c cluster.Cluster) (err error) {
	if s.held, err = cluster.Hold(ctx, c, s.Isolation); err != nil {
		return err
	}
	if s.session, err = l.Sessions.of(ctx, l.Pool, c); err != nil {
		return err
	}
	s.holdHistory()
	if err := s.admit(ctx); err != nil {
		return err
	}
	if s.NeedsClean {
		if err := s.awaitInherited(ctx); err != nil {
			return err
		}
	}
	s.began, s.start = time.Now(), s.history.Now()
	s.mark = s.start
	if s.namespace, err = s.makeNamespace(ctx); err != nil || s.Isolation == cluster.Shared {
		return err
	}
	if s.Isolation == cluster.Disruptive {
		if s.found, err = fitness.TakeBaseline(ctx, s.client, s.cluster.Nodes()); err != nil {
			return err
		}
	}
	return s.underWay()
}

// forsake leaves the cluster of a scenario that does not begin.
func (s *Scenario) forsake(ctx context.Context) (err error) {
	defer s.held.Release()
	defer s.releaseHistory()
	if s.namespace == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(uncancelled(ctx), fitness.SettleTime)
	defer cancel()
	return s.deleteNamespace(ctx)
}

// End cleans up after the scenario and gives the cluster back, or away when it
// is not proved to be as it was found. None of that says anything about what the
// scenario expected. What is kept is cleaned up when the cluster is taken again.
func (l Lifecycle) End(ctx context.Context, s *Scenario, mayRetry bool) {
	s.endMonitors()
	s.removeFiles()
	s.mayRetry = mayRetry
	if ctx.Err() != nil && s.Isolation != cluster.Shared && !l.Keep && l.Pool.Started(s.cluster) {
		l.abandon(ctx, s)
		return
	}
	ctx = uncancelled(ctx)
	var err error
	if l.Keep {
		err = l.Sessions.kept.of(s.cluster).park(s)
	} else {
		err = s.clean(ctx)
	}
	if err != nil {
		l.giveAway(ctx, s, s.cluster, err)
		return
	}
	l.giveBack(ctx, s, s.cluster, s.Isolation != cluster.OwnCluster)
}

// abandon removes the cluster of an interrupted scenario that had it to itself:
// there is no need to revert and verify what is removed anyway.
func (l Lifecycle) abandon(ctx context.Context, s *Scenario) {
	s.Tell(event.Cleaned, fmt.Sprintf("interrupted: cluster %s is removed as it is", s.cluster.Name()), nil)
	s.held.Release()
	l.Sessions.discard(s.cluster)
	l.giveBack(ctx, s, s.cluster, false)
}

// giveAway gives back a cluster that no scenario gets again. One that stays, as
// it was up before, is quarantined.
func (l Lifecycle) giveAway(ctx context.Context, s *Scenario, c cluster.Cluster, why error) {
	l.giveBack(ctx, s, c, false)
	text := fmt.Sprintf("cluster %s is not used again, since it was not left as it was found: %v", c.Name(), why)
	if q := cluster.Quarantined(c.Name()); q != nil {
		text += "\n" + q.Advice(c.Name())
	}
	s.Tell(event.Cleaned, text, nil)
}

// returningTime bounds the removal of a cluster that no scenario gets again.
const returningTime = 2 * time.Minute

// giveBack gives a cluster back to the pool.
func (l Lifecycle) giveBack(ctx context.Context, s *Scenario, c cluster.Cluster, fit bool) {
	ctx, cancel := context.WithTimeout(uncancelled(ctx), returningTime)
	defer cancel()
	if err := l.Pool.Return(ctx, c, fit); err != nil {
		s.Tell(event.Cleaned, fmt.Sprintf("cluster %s could not be removed (gherkube clean): %v", c.Name(), err), nil)
	}
}
