package steps

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	"k8s.io/apimachinery/pkg/labels"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var serviceClaims = []claim{
	{
		topic:   "services",
		pattern: `service "([^"]+)" selects every pod that deployment "([^"]+)" makes`,
		meaning: "The Service's selector matches the deployment's pod template, so it selects future pods too, also after a rollout.",
		example: `service "web" selects every pod that deployment "web" makes`,
		korean: Sentence{
			Pattern: `서비스 "([^"]+)"의 셀렉터가 디플로이먼트 "([^"]+)"{이/가} 만드는 모든 파드를 {고른다/고르게 된다}`,
			Example: `서비스 "web"의 셀렉터가 디플로이먼트 "web"이 만드는 모든 파드를 고른다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return selectionOf(s, args[0], args[1]), observe.Satisfy("select every pod of the template", selection.whole), nil
		},
	},
	{
		topic:   "services",
		pattern: `service "([^"]+)" leads to the ready pods of deployment "([^"]+)" and no others`,
		meaning: "The ready addresses in the Service's EndpointSlices are exactly those of the deployment's ready pods, of which there is at least one.",
		example: `service "web" leads to the ready pods of deployment "web" and no others`,
		korean: Sentence{
			Pattern: `서비스 "([^"]+)"{이/가} 디플로이먼트 "([^"]+)"의 준비된 모든 파드로만 {연결된다/연결되게 된다}`,
			Example: `서비스 "web"이 디플로이먼트 "web"의 준비된 모든 파드로만 연결된다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return backendsOf(s, args[0], args[1]), observe.Satisfy("be all ready pods of the deployment and no others", backends.right), nil
		},
	},
	{
		topic:   "services",
		pattern: `service "([^"]+)" leads to ` + amountWords + ` (?:pods?|address(?:es)?)`,
		meaning: "The Service's EndpointSlices have so many ready addresses: exactly N unless the sentence says at least, at most, more than or fewer than. The Service must exist.",
		example: `service "web" leads to at least 2 pods`,
		korean: Sentence{
			Pattern: `서비스 "([^"]+)"{이/가} 연결되는 파드가 ` + koreanAmount,
			Example: `서비스 "web"이 연결되는 파드가 적어도 2개 있다`, Translate: translating(map[int]func(string) string{1: koreanAmounts}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			count, err := parseAmount(args[1])
			if err != nil {
				return nil, nil, err
			}
			namespace, name := s.Object(args[0])
			subject := observe.From(fmt.Sprintf("where service %q leads", args[0]), func(v observe.View) any {
				return leading{observe.Get[*corev1.Service](v, namespace, name) != nil, endpoints(v, namespace, name)}
			}, observe.KindService, observe.KindEndpointSlice)
			return subject, observe.Satisfy("lead to "+count.String()+" addresses", func(l leading) bool { return l.there && count.holds(len(l.to)) }), nil
		},
		check: isAmount(1),
		about: func(args []string) []Object { return []Object{{"service", args[0]}} },
	},
}

// selection compares the selector of a Service with the labels of a deployment's
// template.
type selection struct {
	service  *corev1.Service
	template labels.Set // nil without a deployment
}

func selectionOf(s *scenario.Scenario, service, deployment string) observe.Subject {
	namespace, name := s.Object(service)
	of, makes := s.Object(deployment)
	return observe.From(fmt.Sprintf("what service %q selects", service), func(v observe.View) any {
		found := selection{service: observe.Get[*corev1.Service](v, namespace, name)}
		if d := observe.Get[*appsv1.Deployment](v, of, makes); d != nil && of == namespace {
			found.template = labels.Set(d.Spec.Template.Labels)
		}
		return found
	}, observe.KindService, observe.KindDeployment)
}

func (s selection) whole() bool {
	return s.service != nil && s.template != nil && len(s.service.Spec.Selector) > 0 &&
		labels.SelectorFromSet(s.service.Spec.Selector).Matches(s.template)
}

// Describe returns the selector, and the template's labels.
func (s selection) Describe() string {
	switch {
	case s.service == nil:
		return "there is no such service"
	case s.template == nil:
		return "there is no such deployment in its namespace"
	case len(s.service.Spec.Selector) == 0:
		return "the service has no selector"
	}
	return fmt.Sprintf("the service selects %s; the deployment's pods carry %s", labels.Set(s.service.Spec.Selector), s.template)
}

// leading is the endpoints of a Service.
type leading struct {
	there bool
	to    []string
}

// Describe lists the endpoints.
func (l leading) Describe() string {
	if !l.there {
		return "there is no such service"
	}
	return fmt.Sprintf("the service leads to %s", addressList(l.to))
}

// backends compares the endpoints of a Service with the expected ones.
type backends struct{ leads, ready []string }

func backendsOf(s *scenario.Scenario, service, deployment string) observe.Subject {
	namespace, name := s.Object(service)
	of, owner := s.Object(deployment)
	return observe.From(fmt.Sprintf("where service %q leads", service), func(v observe.View) any {
		return backends{leads: endpoints(v, namespace, name), ready: readyAddresses(v, of, owner)}
	}, observe.KindService, observe.KindEndpointSlice, observe.KindDeployment, observe.KindReplicaSet, observe.KindPod)
}

func (b backends) right() bool { return len(b.ready) > 0 && slices.Equal(b.leads, b.ready) }

// Describe lists the Service's endpoints and the pods' addresses.
func (b backends) Describe() string {
	return fmt.Sprintf("the service leads to %s; the deployment's ready pods are at %s", addressList(b.leads), addressList(b.ready))
}

func addressList(all []string) string {
	if len(all) == 0 {
		return "nowhere"
	}
	return strings.Join(all, ", ")
}

// endpoints returns the ready addresses of a Service, without duplicates. An endpoint
// without a ready condition counts as ready (discovery/v1, EndpointConditions).
func endpoints(v observe.View, namespace, service string) []string {
	var all []string
	for _, slice := range observe.List[*discoveryv1.EndpointSlice](v, namespace) {
		if slice.Labels[discoveryv1.LabelServiceName] != service {
			continue
		}
		for _, e := range slice.Endpoints {
			if e.Conditions.Ready == nil || *e.Conditions.Ready {
				all = append(all, e.Addresses...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// readyAddresses returns the addresses of the ready pods that a deployment owns through
// its ReplicaSets. Matching labels alone do not make a pod the deployment's.
func readyAddresses(v observe.View, namespace, deployment string) []string {
	d := observe.Get[*appsv1.Deployment](v, namespace, deployment)
	if d == nil {
		return nil
	}
	var all []string
	for _, p := range v.Pods(namespace) {
		if owns(v, d, p) && observe.IsReady(p) {
			all = append(all, p.Status.PodIP)
		}
	}
	slices.Sort(all)
	return all
}
