package steps

import (
	"cmp"
	"context"
	"fmt"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// target is where a request goes, and how: a URL, a pod, a Service, or an address to
// connect to. With a node, a Service is requested at its node port.
type target struct{ url, pod, service, node, address, header, tls string }

// whom reads the groups of whomTheyAsk.
func whom(args []string) target {
	return target{url: args[0], pod: args[1], service: args[2], node: args[3]}
}

// asked adds to the target what howTheyAsk captured, or another version of TLS.
func (a target) asked(how []string, version string) target {
	a.header, a.tls = how[0], cmp.Or(version, how[1])
	return a
}

// modified applies the sentence's header or TLS version to a request.
func (a target) modified(r traffic.Request) (traffic.Request, error) {
	var err error
	if a.header != "" {
		r, err = r.With(a.header)
	}
	if a.tls != "" && err == nil {
		r, err = r.OverTLS(a.tls)
	}
	return r, err
}

func (a target) String() string {
	switch {
	case a.url != "":
		return a.url
	case a.address != "":
		return a.address
	case a.pod != "":
		return fmt.Sprintf("pod %q", a.pod)
	}
	return fmt.Sprintf("service %q%s", a.service, onNode(a.node))
}

// makesSense rejects requests that can never be sent.
func makesSense(s *scenario.Scenario, from []scenario.Requester, to target) error {
	for _, a := range from {
		if err := s.Knows(a.Node); err != nil {
			return err
		}
	}
	if to.url != "" {
		r, err := traffic.Parse(to.url)
		if err == nil {
			_, err = to.modified(r)
		}
		return err
	}
	return s.Knows(to.node)
}

// send sends requests to a target, as the target is now.
func send(ctx context.Context, s *scenario.Scenario, from scenario.Requester, to target, times int) ([]traffic.Answer, error) {
	place, err := s.Place(ctx, from)
	if err != nil {
		return nil, err
	}
	request, missing, err := requestTo(s, to)
	if err != nil {
		return nil, err
	}
	if missing != "" {
		return []traffic.Answer{{Who: to.String(), Nobody: true, Text: missing}}, nil
	}
	if request, err = to.modified(request); err != nil {
		return []traffic.Answer{{Who: to.String(), Nobody: true, Text: err.Error()}}, nil //nolint:nilerr // the Service speaks UDP, which has no headers
	}
	return place.Ask(ctx, request, times)
}

// requestTo returns the request for a target as it is now, or what is missing for one.
func requestTo(s *scenario.Scenario, to target) (r traffic.Request, missing string, err error) {
	switch {
	case to.url != "":
		r, err = traffic.Parse(to.url)
		return r, "", err
	case to.address != "":
		r, err = traffic.Connection(to.address)
		return r, "", err
	case to.pod != "":
		r, missing = requestToPod(s, to.pod)
		return r, missing, nil
	}
	return requestToService(s, to.service, to.node)
}

func requestToPod(s *scenario.Scenario, ref string) (r traffic.Request, missing string) {
	namespace, name := s.Object(ref)
	pod := observe.Get[*corev1.Pod](s.History().View(), namespace, name)
	switch {
	case pod == nil:
		return r, "there is no such pod"
	case pod.Status.PodIP == "":
		return r, "it has no address yet"
	}
	return traffic.At("http", pod.Status.PodIP, 80), ""
}

func requestToService(s *scenario.Scenario, ref, node string) (r traffic.Request, missing string, err error) {
	namespace, name := s.Object(ref)
	service := observe.Get[*corev1.Service](s.History().View(), namespace, name)
	switch {
	case service == nil:
		return r, "there is no such service", nil
	case service.Spec.ClusterIP == corev1.ClusterIPNone, len(service.Spec.Ports) == 0:
		return r, "it has no address of its own: ask its pods", nil
	}
	port := service.Spec.Ports[0]
	if port.Protocol == corev1.ProtocolSCTP && s.IsCheck() {
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
	return requestToNodePort(s, protocol, node, port)
}

func requestToNodePort(s *scenario.Scenario, protocol, node string, port corev1.ServicePort) (r traffic.Request, missing string, err error) {
	n, err := s.Cluster().Node(node)
	if err != nil {
		return r, "", err
	}
	if port.NodePort == 0 {
		return r, "it has no node port: its type is not NodePort", nil
	}
	return traffic.At(protocol, n.Address().String(), port.NodePort), "", nil
}
