package steps

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"time"

	"github.com/onsi/gomega"
	"golang.org/x/sync/errgroup"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// ResyncTimeout bounds how long components may take to catch up with the API
// server after an outage: client-go's reflectors wait up to a minute between two
// tries.
const ResyncTimeout = 90 * time.Second

// followingPeriod is how often rules and name servers are asked.
const followingPeriod = time.Second

// proveFollowing waits until the parts of the cluster that scenarios need act
// on what they are told: kubelets, kube-proxies, name servers, the scheduler
// and the controllers of deployments, Services and service accounts. Health shows that
// they live, and what they learnt before; a kubelet that reports itself Ready
// may learn of its next pod only a minute later.
func (s *scenario) proveFollowing(ctx context.Context) error {
	return s.follows(ctx, ResyncTimeout)
}

func (s *scenario) follows(ctx context.Context, within time.Duration) (err error) {
	bounded, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	f := &following{scenario: s, within: observe.Within(within)}
	defer func() { err = errors.Join(err, f.remove(uncancelled(ctx))) }()
	if err := again(bounded, f.make); err != nil {
		return fmt.Errorf("making what the parts of cluster %s are to follow: %w", s.cluster.Name(), err)
	}
	expected := []observe.Expectation{f.deployments(), f.services(), f.kubelets(), f.proxies(), f.nameServers()}
	errs := make([]error, len(expected))
	var judging errgroup.Group
	for i, e := range expected {
		judging.Go(func() error { errs[i] = s.history.Judge(ctx, f.from, e); return nil })
	}
	_ = judging.Wait() // every error is in errs
	return errors.Join(errs...)
}

// following is what one look at the parts of a cluster needs, in a namespace of
// its own: a deployment that no node can take, a pod for each node that its
// kubelet refuses, so that nothing is started for it, and a Service that leads
// nowhere.
type following struct {
	*scenario
	from      observe.Mark
	within    observe.Timing
	namespace string // empty until it is made
	service   *corev1.Service
}

const (
	followingName = "following"
	// onNodeLabel is that of the pods that name their node.
	onNodeLabel = "gherkube.io/on-node"
)

// nowhere is a label that no node has.
var nowhere = map[string]string{"gherkube.io/following": "nowhere"}

// make makes everything anew, in a new namespace.
func (f *following) make(ctx context.Context) error {
	if err := f.remove(ctx); err != nil {
		return err
	}
	f.from = f.history.Now()
	made, err := f.client.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{
		ObjectMeta: metav1.ObjectMeta{GenerateName: followingName + "-"},
	}, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	f.namespace = made.Name
	if err := f.awaitServiceAccount(ctx, f.from, f.namespace); err != nil {
		return err
	}
	if err := f.makeService(ctx); err != nil {
		return err
	}
	if err := f.makeDeployment(ctx); err != nil {
		return err
	}
	for _, n := range f.cluster.Nodes() {
		if err := f.makePod(ctx, n.Name()); err != nil {
			return err
		}
	}
	return nil
}

func (f *following) makeDeployment(ctx context.Context) error {
	_, err := f.client.AppsV1().Deployments(f.namespace).Create(ctx, &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{Name: followingName},
		Spec: appsv1.DeploymentSpec{
			Selector: &metav1.LabelSelector{MatchLabels: nowhere},
			Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: nowhere}, Spec: followingSpec("")},
		},
	}, metav1.CreateOptions{})
	return err
}

func (f *following) makePod(ctx context.Context, node string) error {
	_, err := f.client.CoreV1().Pods(f.namespace).Create(ctx, &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: node, Labels: map[string]string{onNodeLabel: node}}, Spec: followingSpec(node),
	}, metav1.CreateOptions{})
	return err
}

func followingSpec(node string) corev1.PodSpec {
	return corev1.PodSpec{
		NodeName: node, NodeSelector: nowhere, AutomountServiceAccountToken: ptr.To(false),
		Containers: []corev1.Container{{Name: "none", Image: "none"}},
	}
}

// makeService makes a Service for the pods of the deployment, and beside what
// its controller makes an endpoint for kube-proxy, at an address that is meant
// for examples (RFC 5737): nobody connects to it.
func (f *following) makeService(ctx context.Context) error {
	port := int32(80)
	made, err := f.client.CoreV1().Services(f.namespace).Create(ctx, &corev1.Service{
		ObjectMeta: metav1.ObjectMeta{Name: followingName},
		Spec:       corev1.ServiceSpec{Selector: nowhere, Ports: []corev1.ServicePort{{Port: port}}},
	}, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	f.service = made
	_, err = f.client.DiscoveryV1().EndpointSlices(f.namespace).Create(ctx, &discoveryv1.EndpointSlice{
		ObjectMeta: metav1.ObjectMeta{
			Name: followingName, Labels: map[string]string{discoveryv1.LabelServiceName: made.Name},
		},
		AddressType: discoveryv1.AddressTypeIPv4,
		Ports:       []discoveryv1.EndpointPort{{Port: &port}},
		Endpoints:   []discoveryv1.Endpoint{{Addresses: []string{"192.0.2.1"}}},
	}, metav1.CreateOptions{})
	return err
}

func (f *following) deployments() observe.Expectation {
	return observe.Expectation{
		Subject: observe.From("what the controllers of deployments and the scheduler do", func(v observe.View) any {
			return selected(v, "deployment", f.namespace, followingName, "")
		}, observe.KindPod, observe.KindDeployment),
		Matcher: observe.Each(observe.Satisfy("be found no node for", func(p *corev1.Pod) bool {
			return slices.ContainsFunc(p.Status.Conditions, func(c corev1.PodCondition) bool {
				return c.Type == corev1.PodScheduled && c.Reason == corev1.PodReasonUnschedulable
			})
		})),
		Timing: f.within,
	}
}

// services expects the endpointslice controller to make a slice of its own, in
// which nobody is as yet.
func (f *following) services() observe.Expectation {
	return observe.Expectation{
		Subject: observe.From("what the controller of Services does", func(v observe.View) any {
			return observe.List[*discoveryv1.EndpointSlice](v, f.namespace)
		}, observe.KindEndpointSlice),
		Matcher: observe.Some(observe.Satisfy("be made by the controller", func(e *discoveryv1.EndpointSlice) bool {
			return e.Name != followingName
		})),
		Timing: f.within,
	}
}

// kubelets expects every kubelet to refuse its pod, since the node has not the
// label (pkg/kubelet, rejectPod).
func (f *following) kubelets() observe.Expectation {
	return observe.Expectation{
		Subject: observe.From("what the kubelets do", func(v observe.View) any {
			return slices.DeleteFunc(slices.Clone(v.Pods(f.namespace)), func(p *corev1.Pod) bool {
				return p.Labels[onNodeLabel] == ""
			})
		}, observe.KindPod),
		Matcher: gomega.And(
			observe.HaveCount(len(f.cluster.Nodes())),
			observe.Each(observe.Satisfy("be refused by its kubelet", func(p *corev1.Pod) bool {
				return p.Status.Phase == corev1.PodFailed
			})),
		),
		Timing: f.within,
	}
}

func (f *following) proxies() observe.Expectation {
	return observe.Expectation{
		Subject: observe.Probe("what the kube-proxies do", followingPeriod, func(ctx context.Context) (any, error) {
			return f.rules(ctx, f.namespace+"/"+followingName)
		}),
		Matcher: observe.Each(traffic.LeadSomewhere("")),
		Timing:  f.within,
	}
}

func (f *following) nameServers() observe.Expectation {
	return observe.Expectation{
		Subject: observe.Probe("what the name servers do", followingPeriod, f.askNameServers),
		Matcher: observe.Each(traffic.ResolveTo("the service", func() []netip.Addr { return parsed(f.service.Spec.ClusterIP) })),
		Timing:  f.within,
	}
}

// askNameServers asks every pod of CoreDNS for the Service, from a node: behind
// their own Service, any of them might answer.
func (f *following) askNameServers(ctx context.Context) (any, error) {
	from := traffic.OnNode(f.cluster.Nodes()[0])
	var found []traffic.Lookup
	for _, server := range selected(f.history.View(), "deployment", metav1.NamespaceSystem, "coredns", "") {
		if server.Status.Phase != corev1.PodRunning || server.Status.PodIP == "" || server.DeletionTimestamp != nil {
			continue
		}
		l, err := from.LookUpAt(ctx, server.Status.PodIP, followingName+"."+f.namespace+".svc.cluster.local")
		if err != nil {
			return nil, err
		}
		found = append(found, l)
	}
	if len(found) == 0 {
		return nil, verdict.Unseenf("no pod of CoreDNS has an address to be asked at")
	}
	return found, nil
}

// remove deletes the namespace, if there is one, and lets the cluster take its
// time.
func (f *following) remove(ctx context.Context) error {
	if f.namespace == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, settleTime)
	defer cancel()
	err := f.client.CoreV1().Namespaces().Delete(ctx, f.namespace, metav1.DeleteOptions{})
	if err != nil && !apierrors.IsNotFound(err) { // the answer to an earlier try may have been lost
		return fmt.Errorf("deleting namespace %s: %w", f.namespace, err)
	}
	f.namespace = ""
	return nil
}
