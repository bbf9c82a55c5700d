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

// Begin takes a cluster of a topology for a scenario and creates its namespace. An
// error here says nothing about the behaviour of the cluster, so the verdict is
// undecided.
func (l Lifecycle) Begin(ctx context.Context, spec Spec, t cluster.Topology) (*Scenario, error) {
	s := newScenario(spec)
	ctx = cluster.As(ctx, spec.Title)
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

// take takes a cluster from the pool, and cleans up what was kept there. If the
// scenario needs a clean cluster, take waits until deleted objects are gone. A cluster
// that then differs from its baseline is given away.
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
		case ctx.Err() != nil: // the state of the cluster is unknown
			return nil, errors.Join(err, l.Pool.Return(uncancelled(ctx), c, true))
		}
		l.giveAway(ctx, s, c, err)
	}
}

// enter prepares the cluster for the scenario: it locks out other processes if
// necessary, and creates the namespace.
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

// forsake releases the cluster of a scenario that does not begin.
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

// End cleans up after the scenario and returns the cluster to the pool, or gives it away
// if its state is not verified. None of that affects the scenario's verdict. What is
// kept is cleaned up when the cluster is taken again.
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

// abandon removes the exclusive cluster of an interrupted scenario. A cluster that is
// removed anyway need not be reverted and verified.
func (l Lifecycle) abandon(ctx context.Context, s *Scenario) {
	s.tellTimeline()
	s.Tell(event.Cleaned, fmt.Sprintf("interrupted: cluster %s is removed as it is", s.cluster.Name()), nil)
	s.held.Release()
	l.Sessions.discard(s.cluster)
	l.giveBack(ctx, s, s.cluster, false)
}

// giveAway returns a cluster that no scenario may use again. A cluster that existed
// before the pool stays, and is quarantined.
func (l Lifecycle) giveAway(ctx context.Context, s *Scenario, c cluster.Cluster, why error) {
	l.giveBack(ctx, s, c, false)
	text := fmt.Sprintf("cluster %s is not used again, since it was not left as it was found: %v", c.Name(), why)
	if q := cluster.Quarantined(c.Name()); q != nil {
		text += "\n" + q.Advice(c.Name())
	}
	s.Tell(event.Cleaned, text, nil)
}

// returningTime bounds the removal of a cluster that no scenario may use again.
const returningTime = 2 * time.Minute

// giveBack returns a cluster to the pool.
func (l Lifecycle) giveBack(ctx context.Context, s *Scenario, c cluster.Cluster, fit bool) {
	ctx, cancel := context.WithTimeout(uncancelled(cluster.As(ctx, s.Title)), returningTime)
	defer cancel()
	if err := l.Pool.Return(ctx, c, fit); err != nil {
		s.Tell(event.Cleaned, fmt.Sprintf("cluster %s could not be removed (gherkube clean): %v", c.Name(), err), nil)
	}
}
