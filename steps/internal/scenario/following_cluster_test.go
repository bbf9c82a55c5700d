//go:build cluster

package scenario

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// A stopped component of the cluster is detected, whichever it is, even while the
// cluster still looks healthy. A component that continues is not reported.
func TestAPartThatDoesNotFollowIsFound(t *testing.T) {
	life := started(t)
	ctx := t.Context()
	s, err := life.Begin(ctx, named("following"), cluster.Default)
	if err != nil {
		t.Fatal(err)
	}
	defer life.End(ctx, s, false)
	follows := func() {
		t.Helper()
		if err := s.examined().VerifyResynced(ctx); err != nil {
			t.Fatalf("with all that runs: %v", err)
		}
	}
	follows()
	for _, part := range []struct {
		process, node string
		want          string
	}{
		{"/kubelet ", "worker-2", "the pods bound to the kubelets"},
		{"kube-proxy", "worker-1", "the rules of the kube-proxies"},
		{"kube-scheduler", "control-plane-1", "the pods of the Deployment controller"},
		{"kube-controller-manager", "control-plane-1", "service account"},
		{"coredns", "", "the answers of CoreDNS"},
	} {
		t.Run(part.want, func(t *testing.T) {
			s.signal(ctx, t, "STOP", part.process, part.node)
			err := s.examined().VerifyResyncedWithin(ctx, 5*time.Second)
			s.signal(ctx, t, "CONT", part.process, part.node)
			if err == nil || !strings.Contains(err.Error(), part.want) {
				t.Errorf("got %v, want %q", err, part.want)
			}
			follows()
		})
	}
}

// signal sends a signal to the processes of one node, or of all nodes where they run.
func (s *Scenario) signal(ctx context.Context, t *testing.T, signal, process, node string) {
	t.Helper()
	sent := false
	for _, n := range s.cluster.Nodes() {
		if node != "" && n.Name() != node {
			continue
		}
		code, err := n.Exec(ctx, cluster.Command{Args: []string{"pkill", "-" + signal, "-f", process}})
		if err != nil {
			t.Fatal(err)
		}
		sent = sent || code == 0
	}
	if !sent {
		t.Fatalf("no process %q", process)
	}
}
