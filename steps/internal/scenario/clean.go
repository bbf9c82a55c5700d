package scenario

import (
	"context"
	"errors"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// clean reverts active faults, deletes the namespace, and verifies that the cluster
// matches its baseline; otherwise the cluster stays quarantined. The end of the
// namespace is verified in the background.
func (s *Scenario) clean(ctx context.Context) error {
	asked := ctx
	ctx, cancel := context.WithTimeout(ctx, endingTime)
	defer cancel()
	err := errors.Join(s.faults.RevertAll(ctx), s.deleteElsewhere(ctx), s.deleteNamespace(ctx), s.deleteClusterScoped(ctx), s.removeFolders(ctx))
	switch {
	case err != nil:
	case s.Isolation == cluster.Disruptive:
		err = s.examined().VerifyBaseline(ctx, s.found)
	case s.Isolation == cluster.Shared && s.mayRetry:
		err = s.examined().VerifyFit(ctx)
	case s.Isolation == cluster.Shared && s.onNode:
		err = s.examined().VerifyUnbroken(ctx)
	}
	s.tellTimeline()
	if err == nil && s.Isolation != cluster.OwnCluster {
		s.depart()
		return nil
	}
	err = errors.Join(err, s.verified(asked.Err() != nil, err))
	s.releaseHistory()
	s.held.Release()
	return err
}
