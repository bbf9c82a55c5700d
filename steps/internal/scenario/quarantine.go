package scenario

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// quarantine marks the cluster until it is verified that the scenario left it as it
// found it.
func (s *Scenario) quarantine(reason, owner string) error {
	return cluster.SetQuarantine(s.cluster.Name(), cluster.Quarantine{
		Since: time.Now().UTC(), Reason: reason, Owner: owner, Namespaces: s.deletable(), Baseline: s.found,
	})
}

// deletable returns the namespaces that must be gone before the cluster matches its
// baseline: the scenario's own, and those that other scenarios left.
func (s *Scenario) deletable() []string {
	all := []string{s.namespace}
	for _, d := range s.departures.list() {
		all = append(all, d.namespace)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// underWay quarantines the cluster before the scenario can change anything.
func (s *Scenario) underWay() error {
	return s.unverified(fmt.Sprintf("the cluster was not verified after scenario %s", s.Title))
}

// unverified requires a verification of the cluster before a later run may use it.
func (s *Scenario) unverified(reason string) error {
	return s.quarantine(reason, labels.Own()[labels.Owner])
}

// verified lifts the quarantine if the scenario left the cluster as it found it;
// otherwise the quarantine stays. An interrupted verification proves nothing.
func (s *Scenario) verified(interrupted bool, err error) error {
	q := cluster.Quarantined(s.cluster.Name())
	switch {
	case err != nil && interrupted && q == nil:
		return s.underWay()
	case err != nil && !interrupted:
		return s.quarantine(err.Error(), "")
	case err == nil && q != nil && q.Pending():
		return cluster.LiftQuarantine(s.cluster.Name())
	}
	return nil
}

// admit rejects a cluster that differs from its baseline. If the scenario on it died,
// or was kept by a run that has ended, the cluster is verified first. The session has
// already reverted the faults in the journal.
func (s *Scenario) admit(ctx context.Context) error {
	name := s.cluster.Name()
	switch q := cluster.Quarantined(name); {
	case q == nil, q.Owner == labels.Own()[labels.Owner]: // this run does its own cleanup
		return nil
	case q.InUse():
		return verdict.Unseenf("cluster %s is kept by a run that goes on: %s", name, q.Reason)
	case !q.Pending():
		return verdict.Unseenf("cluster %s is %s; %s", name, q, q.Advice(name))
	default:
		return s.repair(ctx, q)
	}
}

// repair verifies a cluster against the baseline of its quarantine, and lifts the
// quarantine. If the cluster differs, it stays quarantined, and the differences are
// recorded.
func (s *Scenario) repair(ctx context.Context, q *cluster.Quarantine) error {
	ctx, cancel := context.WithTimeout(ctx, endingTime)
	defer cancel()
	err := s.verify(ctx, q)
	if err == nil {
		return cluster.LiftQuarantine(s.cluster.Name())
	}
	if ctx.Err() == nil {
		differs := *q
		differs.Owner, differs.Reason = "", err.Error()
		err = errors.Join(err, cluster.SetQuarantine(s.cluster.Name(), differs))
	}
	return fmt.Errorf("cluster %s is quarantined: %w; %s", s.cluster.Name(), err, q.Advice(s.cluster.Name()))
}

func (s *Scenario) verify(ctx context.Context, q *cluster.Quarantine) error {
	for _, namespace := range q.Namespaces {
		err := s.client.CoreV1().Namespaces().Delete(ctx, namespace, metav1.DeleteOptions{})
		if err != nil && !apierrors.IsNotFound(err) {
			return fmt.Errorf("deleting namespace %s: %w", namespace, err)
		}
	}
	for _, namespace := range q.Namespaces {
		if err := s.awaitGone(ctx, namespace, goingTime); err != nil {
			return err
		}
	}
	s.found = q.Baseline
	return s.examined().VerifyBaseline(ctx, s.found)
}
