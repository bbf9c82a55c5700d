package scenario

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// BeginIn begins a scenario in the Environment of a lab. The scenario has that cluster
// to itself, regardless of its tags.
func BeginIn(ctx context.Context, e *Environment, all *Sessions, spec Spec) (*Scenario, error) {
	spec.Isolation = cluster.OwnCluster
	s := newScenario(spec)
	s.environment, s.namespace, s.values[NamespaceValue] = e, e.Namespace, e.Namespace
	err := s.takeOutputs(e.Outputs)
	if err != nil {
		return nil, verdict.Unseenf("the outputs of the setup: %w", err)
	}
	if s.session, err = all.on(ctx, e.Cluster); err != nil {
		return nil, verdict.Unseenf("%w", err)
	}
	s.holdHistory()
	if e.Prepare {
		err = s.ensureNamespace(ctx)
	}
	if err != nil {
		s.releaseHistory()
		return nil, verdict.Unseenf("%w", err)
	}
	s.began, s.start = time.Now(), s.history.Now()
	s.mark = s.start
	s.faults = faults.NewEngine(e.Cluster, faults.Options{OnReceipt: s.noteReceipt})
	s.Tell(event.ClusterTaken, e.Cluster.Name()+", namespace "+s.namespace, e.Cluster.Name())
	return s, nil
}

// ensureNamespace creates the environment's namespace unless it exists.
func (s *Scenario) ensureNamespace(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, fitness.SettleTime)
	defer cancel()
	_, err := s.client.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{
		ObjectMeta: metav1.ObjectMeta{Name: s.namespace},
	}, metav1.CreateOptions{})
	if err != nil && !apierrors.IsAlreadyExists(err) {
		return fmt.Errorf("making namespace %s: %w", s.namespace, err)
	}
	return fitness.NamespaceReady(ctx, s.history, s.history.Now(), s.namespace)
}

// Leave leaves the environment as it is at the end of the scenario.
func (s *Scenario) Leave() {
	defer s.releaseHistory()
	s.endMonitors()
	s.removeFiles()
	s.tellTimeline()
	if err := s.removeTrials(); err != nil {
		s.Tell(event.Cleaned, err.Error(), nil)
	}
	if err := s.removeSandbox(); err != nil {
		s.Tell(event.Cleaned, err.Error(), nil)
	}
	if s.environment.Prepare {
		s.environment.Released = append(s.environment.Released, s.faults.Releasable()...)
	}
	if err := s.faults.Abandon(); err != nil {
		s.Tell(event.Cleaned, fmt.Sprintf("the journal of cluster %s still lists what was injected: %v", s.cluster.Name(), err), nil)
	}
}
