package steps

import (
	"context"
	"fmt"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// target is whom a sentence lets be asked: a URL, a pod, or a Service, at its
// node port where a node is named.
type target struct{ url, pod, service, node string }

// whom reads what whomTheyAsk captured.
func whom(args []string) target { return target{args[0], args[1], args[2], args[3]} }

func (a target) String() string {
	switch {
	case a.url != "":
		return a.url
	case a.pod != "":
		return fmt.Sprintf("pod %q", a.pod)
	}
	return fmt.Sprintf("service %q%s", a.service, onNode(a.node))
}

// makesSense refuses what could never be asked.
func (s *scenario) makesSense(from []requester, to target) error {
	for _, a := range from {
		if err := s.knows(a.node); err != nil {
			return err
		}
	}
	if to.url != "" {
		_, err := traffic.Parse(to.url)
		return err
	}
	return s.knows(to.node)
}

// send sends requests to a target as it is now.
func (s *scenario) send(ctx context.Context, from requester, to target, times int) ([]traffic.Answer, error) {
	place, err := s.from(from)
	if err != nil {
		return nil, err
	}
	request, missing, err := s.request(to)
	if err != nil {
		return nil, err
	}
	if missing != "" {
		return []traffic.Answer{{Who: to.String(), Nobody: true, Text: missing}}, nil
	}
	return place.Ask(ctx, request, times)
}

// request is how a target is asked now, or what is missing for that.
func (s *scenario) request(to target) (r traffic.Request, missing string, err error) {
	switch {
	case to.url != "":
		r, err = traffic.Parse(to.url)
		return r, "", err
	case to.pod != "":
		r, missing = s.requestToPod(to.pod)
		return r, missing, nil
	}
	return s.requestToService(to.service, to.node)
}

func (s *scenario) requestToPod(ref string) (r traffic.Request, missing string) {
	namespace, name := s.object(ref)
	pod := observe.Get[*corev1.Pod](s.history.View(), namespace, name)
	switch {
	case pod == nil:
		return r, "there is no such pod"
	case pod.Status.PodIP == "":
		return r, "it has no address yet"
	}
	return traffic.At("http", pod.Status.PodIP, 80), ""
}

func (s *scenario) requestToService(ref, node string) (r traffic.Request, missing string, err error) {
	namespace, name := s.object(ref)
	service := observe.Get[*corev1.Service](s.history.View(), namespace, name)
	switch {
	case service == nil:
		return r, "there is no such service", nil
	case service.Spec.ClusterIP == corev1.ClusterIPNone, len(service.Spec.Ports) == 0:
		return r, "it has no address of its own: ask its pods", nil
	}
	port := service.Spec.Ports[0]
	if port.Protocol == corev1.ProtocolSCTP && s.isCheck() {
		return r, "its first port speaks SCTP, and what asks here speaks HTTP or UDP", nil
	}
	if port.Protocol == corev1.ProtocolSCTP {
		return r, "", verdict.Unseenf("asking service %q: nothing here speaks SCTP; its rules can be looked at", ref)
	}
	protocol := map[corev1.Protocol]string{corev1.ProtocolUDP: "udp"}[port.Protocol]
	if protocol == "" {
		protocol = "http"
	}
	if node == "" {
		return traffic.At(protocol, service.Spec.ClusterIP, port.Port), "", nil
	}
	return s.requestToNodePort(protocol, node, port)
}

func (s *scenario) requestToNodePort(protocol, node string, port corev1.ServicePort) (r traffic.Request, missing string, err error) {
	n, err := s.cluster.Node(node)
	if err != nil {
		return r, "", err
	}
	if port.NodePort == 0 {
		return r, "it has no node port: its type is not NodePort", nil
	}
	return traffic.At(protocol, n.Address().String(), port.NodePort), "", nil
}
