package scenario

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/event"
)

// depart deletes the namespace in the background. Meanwhile other processes may share
// the cluster, and those that need it exclusively wait.
func (s *Scenario) depart() {
	s.held.Share()
	d := &departure{cluster: s.cluster.Name(), namespace: s.namespace, isolation: s.Isolation, gone: make(chan struct{})}
	s.departures.add(d)
	go s.watch(d, goingTime)
}

// watch waits until the namespace is gone, and then the objects named after it, each
// within a time. It reports what is not gone to the scenario that left it.
func (s *Scenario) watch(d *departure, within time.Duration) {
	defer close(d.gone)
	defer s.held.Release()
	defer s.releaseHistory()
	err := s.seeOff(s.open, within)
	switch {
	case s.open.Err() != nil: // the session was closed, or the run ended, before that
		d.err = fmt.Errorf("nobody waited until namespace %s was gone", s.namespace)
	case err == nil && s.departures.remove(d):
		d.err = s.verified(false, nil)
	case err != nil:
		d.err = fmt.Errorf("scenario %s left something behind: %w", s.Title, err)
		s.Tell(event.Left, err.Error(), nil)
		d.err = errors.Join(d.err, s.unverified(d.err.Error()))
	}
}

// seeOff waits until nothing of the scenario is left in the cluster.
func (s *Scenario) seeOff(ctx context.Context, within time.Duration) error {
	err := s.awaitGone(ctx, s.namespace, within)
	if err != nil || len(s.clusterScoped) == 0 {
		return err
	}
	n, err := s.administratorsNode(ctx)
	if err != nil {
		return err
	}
	if _, err := cluster.Output(ctx, n, goneScript, append([]string{within.String()}, s.clusterScoped...)...); err != nil {
		return fmt.Errorf("what is named after namespace %s is not gone: %w", s.namespace, err)
	}
	return nil
}
