package steps

import (
	"context"
	"net/netip"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var dnsClaims = []claim{
	{
		topic:    "answers",
		opposite: true,
		pattern:  `pod "([^"]+)" resolves "([^"]+)" to (?:(nothing)|service "([^"]+)"|pod "([^"]+)"|the pods of deployment "([^"]+)")`,
		meaning:  "The result of resolving a name inside a pod, with the pod's name servers and search list: the address of a Service or a pod, the addresses of all pods of a deployment, or nothing, which a name server must confirm.",
		example:  `pod "client" resolves "web" to service "web"`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"{가/이/은/는} 이름 "([^"]+)"{으로/로} (?:(아무것도) 찾지 못한다|서비스 "([^"]+)"{을/를} 찾는다|파드 "([^"]+)"{을/를} 찾는다|디플로이먼트 "([^"]+)"의 모든 파드를 찾는다)`,
			Example: `파드 "client"가 이름 "web"으로 서비스 "web"을 찾는다`,
			Words:   map[string]string{"아무것도": "nothing"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			look := func(ctx context.Context) (any, error) {
				netns, err := s.Netns(scenario.Requester{Pod: args[0]})
				if err != nil {
					return nil, err
				}
				return netns.LookUp(ctx, args[1])
			}
			return observe.Probe("the name "+args[1], probePeriod, look), resolving(s, args[2], args[3], args[4], args[5]), nil
		},
	},
}

// resolving matches the addresses of a name. Exactly one of its arguments is not empty.
func resolving(s *scenario.Scenario, nothing, service, pod, deployment string) types.GomegaMatcher {
	switch {
	case nothing != "":
		return traffic.BeNoName()
	case service != "":
		return traffic.ResolveTo("service "+service, func() []netip.Addr { return addressOfService(s, service) })
	case pod != "":
		return traffic.ResolveTo("pod "+pod, func() []netip.Addr { return addressOfPod(s, pod) })
	}
	return traffic.ResolveTo("the pods of deployment "+deployment, func() []netip.Addr {
		namespace, name := s.Object(deployment)
		return addressesOf(selected(s.History().View(), "deployment", namespace, name, "")...)
	})
}

func addressOfService(s *scenario.Scenario, ref string) []netip.Addr {
	namespace, name := s.Object(ref)
	service := observe.Get[*corev1.Service](s.History().View(), namespace, name)
	if service == nil {
		return nil
	}
	return parsed(service.Spec.ClusterIP)
}

func addressOfPod(s *scenario.Scenario, ref string) []netip.Addr {
	namespace, name := s.Object(ref)
	pod := observe.Get[*corev1.Pod](s.History().View(), namespace, name)
	if pod == nil {
		return nil
	}
	return addressesOf(pod)
}

func addressesOf(pods ...*corev1.Pod) []netip.Addr {
	var all []netip.Addr
	for _, pod := range pods {
		all = append(all, parsed(pod.Status.PodIP)...)
	}
	return all
}

// parsed parses an address. It returns none for the "None" of a headless Service and for
// the empty address of a new pod.
func parsed(text string) []netip.Addr {
	if address, err := netip.ParseAddr(text); err == nil {
		return []netip.Addr{address}
	}
	return nil
}
