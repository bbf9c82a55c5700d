package steps

import (
	"fmt"
	"slices"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// requester is who a sentence lets ask: a pod, a node, or, when both are empty, this
// machine.
type requester struct{ pod, node string }

// who reads what whoAsks captured.
func who(args []string) requester { return requester{pod: args[0], node: args[1]} }

func (a requester) String() string {
	switch {
	case a.pod != "":
		return fmt.Sprintf("pod %q", a.pod)
	case a.node != "":
		return "node " + a.node
	}
	return "this machine"
}

func (s *scenario) everyNode() []requester {
	var all []requester
	for _, n := range s.cluster.Nodes() {
		all = append(all, requester{node: n.Name()})
	}
	return all
}

// from is from where the requester asks now.
func (s *scenario) from(a requester) (traffic.Requester, error) {
	if a.pod == "" && a.node == "" {
		here := traffic.Here{}
		for _, n := range s.cluster.Nodes() {
			here.Nodes = append(here.Nodes, n.Address())
		}
		return here, nil
	}
	return s.seat(a)
}

// seat is the place of a node or pod. A pod that is nowhere cannot ask: that
// tells nothing of the one who is asked. Where a student is judged it ran when
// the lab began, and what has come of it since is the student's: whoever asks in
// its network needs no room on a node, no scheduler and no program of its own.
func (s *scenario) seat(a requester) (traffic.Seat, error) {
	if a.pod == "" {
		n, err := s.cluster.Node(a.node)
		if err != nil {
			return traffic.Seat{}, err
		}
		return traffic.OnNode(n), nil
	}
	namespace, name := s.object(a.pod)
	pod := observe.Get[*corev1.Pod](s.history.View(), namespace, name)
	if s.isCheck() {
		if err := canAsk(a.pod, pod); err != nil {
			return traffic.Seat{}, err
		}
	}
	if pod == nil || pod.Spec.NodeName == "" {
		return traffic.Seat{}, verdict.Unseenf("pod %q runs on no node and cannot ask", a.pod)
	}
	n, err := s.cluster.Node(pod.Spec.NodeName)
	if err != nil {
		return traffic.Seat{}, err
	}
	return traffic.InPod(n, a.pod, string(pod.UID)), nil
}

// canAsk says what has become of a pod that asked when the lab began and has no
// network any more.
func canAsk(name string, pod *corev1.Pod) error {
	if pod == nil {
		return fmt.Errorf("pod %q, which is to ask, is not there any more", name)
	}
	runs := slices.ContainsFunc(pod.Status.ContainerStatuses, func(c corev1.ContainerStatus) bool { return c.State.Running != nil })
	if pod.Spec.NodeName == "" || !runs {
		return fmt.Errorf("pod %q, which is to ask, does not run any more: %s", name, observe.Describe(pod))
	}
	return nil
}
