package grading

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// powered is a cluster whose nodes are on, off or in an unknown state.
type powered struct {
	cluster.Cluster
	nodes []cluster.Node
}

func (p powered) Nodes() []cluster.Node { return p.nodes }

type poweredNode struct {
	cluster.Node
	name  string
	state cluster.State
}

func (n poweredNode) Name() string { return n.name }

func (n poweredNode) State(context.Context) (cluster.State, error) {
	if n.state == "" {
		return "", errors.New("the engine does not answer")
	}
	return n.state, nil
}

func TestANodeThatIsOffIsProvedByTheEngine(t *testing.T) {
	s := &Environment{Cluster: powered{nodes: []cluster.Node{
		poweredNode{name: "control-plane-1", state: cluster.Running},
		poweredNode{name: "worker-1", state: cluster.Stopped},
		poweredNode{name: "worker-2"},                        // state unknown
		poweredNode{name: "worker-3", state: cluster.Paused}, // only the engine can pause a node
	}}}
	if got := s.hidden(t.Context()); got != "this cannot be looked at: worker-1 is powered off" {
		t.Errorf("got %q", got)
	}
}

func TestWhoIsInterruptedBlamesNobody(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := &Environment{Cluster: powered{nodes: []cluster.Node{poweredNode{name: "worker-1", state: cluster.Stopped}}}}
	if got := s.hidden(ctx); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestSilenceKeepsWhatWasInTheWay(t *testing.T) {
	asked := 0
	err := silent(t.Context(), 1500*time.Millisecond, func(ctx context.Context) error {
		if asked++; asked == 1 {
			return errors.New("connection refused")
		}
		<-ctx.Done()
		return ctx.Err()
	})
	if err == nil || !strings.Contains(err.Error(), "connection refused") {
		t.Errorf("got %v", err)
	}
}
