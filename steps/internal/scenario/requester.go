package scenario

import (
	"context"
	"fmt"
	"slices"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Requester sends the requests of a sentence: a pod, a node, or this machine if both
// are empty.
type Requester struct{ Pod, Node string }

// String names the requester.
func (a Requester) String() string {
	switch {
	case a.Pod != "":
		return fmt.Sprintf("pod %q", a.Pod)
	case a.Node != "":
		return "node " + a.Node
	}
	return "this machine"
}

// EveryNode returns each node of the cluster as a requester.
func (s *Scenario) EveryNode() []Requester {
	var all []Requester
	for _, n := range s.cluster.Nodes() {
		all = append(all, Requester{Node: n.Name()})
	}
	return all
}

// Place returns where the requester sends requests from now. A container stands in for this
// machine if the container engine is where this machine cannot reach the nodes.
func (s *Scenario) Place(ctx context.Context, a Requester) (traffic.Requester, error) {
	if a.Pod == "" && a.Node == "" {
		stand, direct, err := s.cluster.Outside(ctx)
		switch {
		case err != nil:
			return nil, verdict.Unseenf("this machine does not reach the cluster's network, and nothing stands in for it: %w", err)
		case !direct:
			return traffic.Instead(stand), nil
		}
		here := traffic.Here{}
		for _, n := range s.cluster.Nodes() {
			here.Nodes = append(here.Nodes, n.Address())
		}
		return here, nil
	}
	return s.Netns(a)
}

// Netns returns the network namespace of a node or pod. A pod without one cannot send
// requests, which says nothing about the target. In a check, a pod ran when the lab
// began, so its later state is the student's responsibility. A sender in the pod's
// network needs no capacity, scheduler or program of its own.
func (s *Scenario) Netns(a Requester) (traffic.Netns, error) {
	if a.Pod == "" {
		n, err := s.cluster.Node(a.Node)
		if err != nil {
			return traffic.Netns{}, err
		}
		return traffic.OnNode(n), nil
	}
	namespace, name := s.Object(a.Pod)
	pod := observe.Get[*corev1.Pod](s.history.View(), namespace, name)
	if s.IsCheck() {
		if err := canAsk(a.Pod, pod); err != nil {
			return traffic.Netns{}, err
		}
	}
	if pod == nil || pod.Spec.NodeName == "" {
		return traffic.Netns{}, verdict.Unseenf("pod %q runs on no node and cannot ask", a.Pod)
	}
	n, err := s.cluster.Node(pod.Spec.NodeName)
	if err != nil {
		return traffic.Netns{}, err
	}
	return traffic.InPod(n, a.Pod, string(pod.UID)), nil
}

// canAsk explains why a pod that ran when the lab began has no network any more.
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
