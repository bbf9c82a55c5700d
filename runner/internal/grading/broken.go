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

// silentTime is how long the API server may be silent before it counts as
// broken: longer than it takes to start again on a busy machine.
const silentTime = time.Minute

// hiddenTime is how long it may be silent to the grader container while it answers others.
const hiddenTime = 15 * time.Second

// silence waits until the API server answers the grader, and tells what was in
// the way if it never does. It answered when the setup began, and the nodes are
// the student's.
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

// hidden tells what is out of the grader's sight, or nothing if that is not
// known: nodes that are powered off, which only who
// is root on them can do, and an API server that answers others than the grader container,
// or has fallen silent.
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

// poweredOff says of the nodes that are powered off that they are, by the
// engine's word. They were on when the lab began.
func (s *Environment) poweredOff(ctx context.Context) []string {
	var off []string
	for _, n := range s.Cluster.Nodes() {
		if state, err := n.State(ctx); err == nil && state == cluster.Stopped {
			off = append(off, n.Name()+" is powered off")
		}
	}
	return off
}

// silent asks once a second until there is an answer, and returns the last error
// if there is none within the limit.
func silent(ctx context.Context, limit time.Duration, ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return poll.Until(ctx, time.Second, func(ctx context.Context) error { return once(ctx, ask) })
}

// answerTime is how long one answer may take.
const answerTime = 5 * time.Second

func once(ctx context.Context, ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	return ask(ctx)
}
