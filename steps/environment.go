package steps

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"time"

	"github.com/cucumber/godog"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// Environment is where the features of a lab run: a cluster and a namespace that are
// there before a scenario and stay after it, as it leaves them.
type Environment struct {
	Cluster   cluster.Cluster
	Namespace string
	// Grader runs the commands that name no node. It has an administrator's
	// kubeconfig where control-plane nodes have theirs.
	Grader Host
	// Prepare marks the setup: it creates the namespace. Faults that it injects stay
	// in effect and leave the journal, since repairing them is the task.
	Prepare bool
	// Handed is the student's submission; nil during the setup.
	Handed *Handed
	// Outputs holds the values that the setup named; checks use them as ${name}.
	Outputs map[string]string
	// UnknownResource reports whether a resource type is unknown: the API server did
	// not serve it when the lab began, and nothing in the lab adds it. A check that
	// uses it is a defect of the lab. Nil means that the API server could not be asked.
	UnknownResource func(resource string) bool
}

// Host is where commands run.
type Host interface {
	Name() string
	Exec(ctx context.Context, cmd cluster.Command) (code int, err error)
}

// beginInEnvironment starts a scenario in the suite's Environment.
func (suite *Suite) beginInEnvironment(ctx context.Context, sc *godog.Scenario) (*scenario, error) {
	g := suite.Environment
	s := &scenario{
		id: sc.Id, featureFolder: filepath.Dir(sc.Uri), isolation: cluster.OwnCluster, environment: g, namespace: g.Namespace,
		called: map[string][]*corev1.Pod{}, values: map[string]string{theNamespace: g.Namespace}, hear: suite.hear,
	}
	maps.Copy(s.values, g.Outputs)
	var err error
	if s.session, err = suite.sessions().on(ctx, g.Cluster); err != nil {
		return nil, verdict.Unseenf("%w", err)
	}
	s.holdHistory()
	if g.Prepare {
		err = s.ensureNamespace(ctx)
	}
	if err != nil {
		s.releaseHistory()
		return nil, verdict.Unseenf("%w", err)
	}
	s.began, s.start = time.Now(), s.history.Now()
	s.mark = s.start
	s.faults = faults.NewEngine(g.Cluster, faults.Options{Hear: s.hearReceipt})
	s.tell(event.ClusterTaken, g.Cluster.Name()+", namespace "+s.namespace, g.Cluster.Name())
	return s, nil
}

// ensureNamespace makes the environment's namespace unless it is there.
func (s *scenario) ensureNamespace(ctx context.Context) error {
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

// isCheck reports whether the scenario is a check. In a check, an object of the setup
// that no longer exists counts as removed by the student.
func (s *scenario) isCheck() bool { return s.environment != nil && !s.environment.Prepare }

// remember keeps a value for the checks, if this is the setup.
func (s *scenario) remember(name, value string) {
	if s.environment == nil || !s.environment.Prepare {
		return
	}
	if s.environment.Outputs == nil {
		s.environment.Outputs = map[string]string{}
	}
	s.environment.Outputs[name] = value
}

// leave leaves the environment as the scenario has made it.
func (s *scenario) leave() {
	defer s.releaseHistory()
	if err := s.removeTrials(); err != nil {
		s.tell(event.Cleaned, err.Error(), nil)
	}
	if err := s.removeSandbox(); err != nil {
		s.tell(event.Cleaned, err.Error(), nil)
	}
	if err := s.faults.Abandon(); err != nil {
		s.tell(event.Cleaned, fmt.Sprintf("the journal of cluster %s still lists what was injected: %v", s.cluster.Name(), err), nil)
	}
}

// on returns the session of a cluster that belongs to no pool. What an earlier
// run left in it was left on purpose.
func (all *Sessions) on(ctx context.Context, c cluster.Cluster) (*session, error) {
	o, first := all.enter(c)
	if first {
		o.session, o.err = connect(ctx, c)
		if o.err != nil {
			all.leave(c)
		}
		close(o.done)
	}
	select {
	case <-o.done:
		return o.session, o.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
