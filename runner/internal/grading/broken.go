package grading

import (
	"context"
	"fmt"
	"strings"
	"time"

	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/poll"
)

// silentTime is how long the API server may be silent before it counts as broken. A
// restart on a busy machine takes less.
const silentTime = time.Minute

// hiddenTime is how long it may ignore the grader container while it answers other
// clients.
const hiddenTime = 15 * time.Second

// silence waits until the API server answers the grader. If it never does, silence
// returns the reason. The API server answered when the setup began, and the student
// controls the nodes.
func (s *Environment) silence(ctx context.Context) (string, error) {
	client, err := kubernetes.NewForConfig(s.Cluster.Config())
	if err != nil {
		return "", err
	}
	why := silent(ctx, silentTime, func(ctx context.Context) error {
		said, err := client.Discovery().RESTClient().Get().AbsPath("/readyz").DoRaw(ctx)
		if err != nil {
			return fmt.Errorf("%w %s", err, said)
		}
		return nil
	})
	if why == nil {
		return "", nil
	}
	told := fmt.Sprintf("expected the API server to answer, as all that is checked goes through it\n"+
		"     saw: no answer for %s: %v", silentTime, why)
	if off := s.poweredOff(ctx); len(off) > 0 {
		told += "\n          " + strings.Join(off, ", ")
	}
	return told, nil
}

// hidden describes what prevents the grader from observing the cluster, or returns
// "" if the cause is unknown. It recognizes nodes that are powered off, which only
// root on them can do. It also recognizes an API server that has fallen silent, or
// that answers other clients but not the grader container.
func (s *Environment) hidden(ctx context.Context) string {
	if ctx.Err() != nil {
		return ""
	}
	if off := s.poweredOff(ctx); len(off) > 0 {
		return "this cannot be looked at: " + strings.Join(off, ", ")
	}
	if lost, err := s.silence(ctx); lost != "" || err != nil {
		return lost
	}
	why := silent(ctx, hiddenTime, func(ctx context.Context) error {
		if err := s.ensureGrader(ctx); err != nil {
			return err
		}
		return saying(ctx, s.container, nil, "kubectl --kubeconfig=/etc/kubernetes/admin.conf --request-timeout=3s get --raw=/readyz")
	})
	if why == nil {
		return ""
	}
	return fmt.Sprintf("expected the API server to answer within the cluster's network, as it does from outside\n"+
		"     saw: no answer to the grader's container for %s: %v", hiddenTime, why)
}

// poweredOff lists the nodes that the engine reports as powered off. All nodes were
// on when the lab began.
func (s *Environment) poweredOff(ctx context.Context) []string {
	var off []string
	for _, n := range s.Cluster.Nodes() {
		if state, err := n.State(ctx); err == nil && state == cluster.Stopped {
			off = append(off, n.Name()+" is powered off")
		}
	}
	return off
}

// silent calls ask once a second until it succeeds. It returns the last error if
// ask does not succeed within the limit.
func silent(ctx context.Context, limit time.Duration, ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return poll.Until(ctx, time.Second, func(ctx context.Context) error { return once(ctx, ask) })
}

// answerTime is the timeout of a single request.
const answerTime = 5 * time.Second

func once(ctx context.Context, ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	return ask(ctx)
}
