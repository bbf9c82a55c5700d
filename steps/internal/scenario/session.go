package scenario

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/redact"
)

// session is what all scenarios on one cluster share: its history and a client. The
// first scenario to take the cluster opens it, and it is closed with the cluster.
type session struct {
	cluster    cluster.Cluster
	client     kubernetes.Interface
	history    *observe.History
	secrets    *redact.Vault // what the cluster's Secrets hold and have held
	departures departures
	open       context.Context // ends with the session
	shut       context.CancelFunc
}

func (s *session) close() {
	s.shut()
	s.history.Close()
}

// openingTime bounds how long a cluster may take to list its objects.
const openingTime = 30 * time.Second

// endingTime bounds the cleanup at the end of a scenario.
const endingTime = 4 * time.Minute

// openSession connects to a cluster, after reverting the faults that a killed run left
// in it.
func openSession(ctx context.Context, c cluster.Cluster) (*session, error) {
	resuming, done := context.WithTimeout(ctx, endingTime)
	defer done()
	if _, err := faults.Resume(resuming, c, faults.Options{}); err != nil {
		return nil, fmt.Errorf("reverting what an earlier run left in cluster %s: %w", c.Name(), err)
	}
	return connect(ctx, c)
}

// connect begins to watch a cluster.
func connect(ctx context.Context, c cluster.Cluster) (*session, error) {
	config := c.Config()
	config.QPS, config.Burst = 200, 400
	config.UserAgent = "gherkube/steps" // identifies gherkube's own requests in the audit log
	config.Timeout = fitness.SettleTime
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return nil, fmt.Errorf("cluster %s: %w", c.Name(), err)
	}
	opening, cancel := context.WithTimeout(ctx, openingTime)
	defer cancel()
	history, err := observe.Watch(opening, c.Config())
	if err != nil {
		return nil, fmt.Errorf("watching cluster %s: %w", c.Name(), err)
	}
	s := &session{cluster: c, client: client, history: history}
	s.open, s.shut = context.WithCancel(uncancelled(ctx))
	s.secrets = redact.New(func() ([]corev1.Secret, error) { return diagnostics.Secrets(s.open, client, c.Nodes()) })
	go s.secrets.Follow(s.open, client)
	return s, nil
}

// examined returns the session's cluster for fitness checks.
func (s *session) examined() fitness.Cluster {
	return fitness.Cluster{Cluster: s.cluster, Client: s.client, History: s.history}
}

// uncancelled returns a context with the same values but without cancellation: cleanup
// continues after an interruption, with its own deadline.
func uncancelled(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }
