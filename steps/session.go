package steps

import (
	"context"
	"fmt"
	"sync"
	"time"

	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/observe"
)

// session is what all scenarios on one cluster share: its history and a
// client. It is opened once, when the first of them takes the cluster.
type session struct {
	cluster cluster.Cluster
	client  kubernetes.Interface
	history *observe.History
}

// openingTime bounds how long a cluster may take to list what it holds.
const openingTime = 30 * time.Second

// openSession connects to a cluster, after healing what a run that died has
// left injected in it.
func openSession(ctx context.Context, c cluster.Cluster) (*session, error) {
	resuming, done := context.WithTimeout(ctx, endingTime)
	defer done()
	if _, err := faults.Resume(resuming, c, faults.Options{}); err != nil {
		return nil, fmt.Errorf("healing what an earlier run left in cluster %s: %w", c.Name(), err)
	}
	config := c.Config()
	config.QPS, config.Burst = 200, 400
	config.Timeout = settleTime
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
	return &session{cluster: c, client: client, history: history}, nil
}

// sessions are the open ones of a suite.
type sessions struct {
	mu   sync.Mutex
	open map[cluster.Cluster]*session
}

func (all *sessions) of(ctx context.Context, c cluster.Cluster) (*session, error) {
	all.mu.Lock()
	defer all.mu.Unlock()
	if s, found := all.open[c]; found {
		return s, nil
	}
	s, err := openSession(ctx, c)
	if err != nil {
		return nil, err
	}
	if all.open == nil {
		all.open = map[cluster.Cluster]*session{}
	}
	all.open[c] = s
	return s, nil
}

func (all *sessions) forget(c cluster.Cluster) {
	all.mu.Lock()
	defer all.mu.Unlock()
	if s, found := all.open[c]; found {
		s.history.Close()
		delete(all.open, c)
	}
}

func (all *sessions) close() {
	all.mu.Lock()
	defer all.mu.Unlock()
	for c, s := range all.open {
		s.history.Close()
		delete(all.open, c)
	}
}
