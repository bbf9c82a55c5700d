package steps

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// followingTime is how long the parts of a cluster may take to follow the API
// server again that they could not reach. Their reflectors try again after
// longer and longer waits, in the end of 30 s and by chance up to twice that
// (k8s.io/client-go/tools/cache, NewReflectorWithOptions).
const followingTime = 90 * time.Second

// followingPeriod is how often rules and name servers are asked.
const followingPeriod = time.Second

// proveFollowing waits until every part of the cluster acts on what it is told.
// Health shows that they live, and what they learnt before; a kubelet that
// reports itself Ready may learn of its next pod only a minute later.
func (s *scenario) proveFollowing(ctx context.Context) error {
	return s.follows(ctx, followingTime)
}

func (s *scenario) follows(ctx context.Context, within time.Duration) (err error) {
	f := &following{scenario: s, from: s.history.Now(), within: observe.Within(within)}
	defer func() { err = errors.Join(err, f.remove(uncancelled(ctx))) }()
	if err := f.make(ctx); err != nil {
		return fmt.Errorf("making what the parts of cluster %s are to follow: %w", s.cluster.Name(), err)
	}
	expected := []observe.Expectation{f.controllersAndScheduler(), f.kubelets(), f.proxies()}
	errs := make([]error, len(expected))
	var judging errgroup.Group
	for i, e := range expected {
		judging.Go(func() error { errs[i] = s.history.Judge(ctx, f.from, e); return nil })
	}
	_ = judging.Wait() // every error is in errs
	if err := errors.Join(errs...); err != nil {
		return err
	}
	// A name server remembers for some seconds that there is no such name: it is
	// asked when it has had the time to learn it.
	return s.history.Judge(ctx, f.from, f.nameServers())
}

// following is what one look at the parts of a cluster needs: a deployment that
// no node can take, a pod for each node that its kubelet refuses, so that
// nothing is started for it, and a Service that leads nowhere.
type following struct {
	*scenario
	from       observe.Mark
	within     observe.Timing
	deployment string
	pods       []string
	service    *corev1.Service
}

// Where the things are made: a namespace that every cluster has, in which no
// scenario makes any of its own.
const followingNamespace = metav1.NamespaceDefault

const followingName = "following-"

// nowhere is a label that no node has.
var nowhere = map[string]string{"gherkube.io/following": "nowhere"}

func (f *following) make(ctx context.Context) error {
	making, ctx := errgroup.WithContext(ctx)
	making.Go(func() error { return f.makeDeployment(ctx) })
	making.Go(func() error { return f.makePods(ctx) })
	making.Go(func() error { return f.makeService(ctx) })
	return making.Wait()
}

func followingSpec(node string) corev1.PodSpec {
	return corev1.PodSpec{
		NodeName: node, NodeSelector: nowhere, AutomountServiceAccountToken: ptr.To(false),
		Containers: []corev1.Container{{Name: "none", Image: "none"}},
	}
}

func (f *following) makeDeployment(ctx context.Context) error {
	made, err := f.client.AppsV1().Deployments(followingNamespace).Create(ctx, &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{GenerateName: followingName},
		Spec: appsv1.DeploymentSpec{
			Selector: &metav1.LabelSelector{MatchLabels: nowhere},
			Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: nowhere}, Spec: followingSpec("")},
		},
	}, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	f.deployment = made.Name
	return nil
}

func (f *following) makePods(ctx context.Context) error {
	for _, n := range f.cluster.Nodes() {
		made, err := f.client.CoreV1().Pods(followingNamespace).Create(ctx, &corev1.Pod{
			ObjectMeta: metav1.ObjectMeta{GenerateName: followingName}, Spec: followingSpec(n.Name()),
		}, metav1.CreateOptions{})
		if err != nil {
			return err
		}
		f.pods = append(f.pods, made.Name)
	}
	return nil
}

// makeService makes a Service with an endpoint of its own, at an address that
// is meant for examples (RFC 5737): nobody connects to it.
func (f *following) makeService(ctx context.Context) error {
	port := int32(80)
	made, err := f.client.CoreV1().Services(followingNamespace).Create(ctx, &corev1.Service{
		ObjectMeta: metav1.ObjectMeta{GenerateName: followingName},
		Spec:       corev1.ServiceSpec{Ports: []corev1.ServicePort{{Port: port}}},
	}, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	f.service = made
	_, err = f.client.DiscoveryV1().EndpointSlices(followingNamespace).Create(ctx, &discoveryv1.EndpointSlice{
		ObjectMeta: metav1.ObjectMeta{
			GenerateName: followingName, Labels: map[string]string{discoveryv1.LabelServiceName: made.Name},
			OwnerReferences: []metav1.OwnerReference{{APIVersion: "v1", Kind: "Service", Name: made.Name, UID: made.UID}},
		},
		AddressType: discoveryv1.AddressTypeIPv4,
		Ports:       []discoveryv1.EndpointPort{{Port: &port}},
		Endpoints:   []discoveryv1.Endpoint{{Addresses: []string{"192.0.2.1"}}},
	}, metav1.CreateOptions{})
	return err
}

func (f *following) controllersAndScheduler() observe.Expectation {
	return observe.Expectation{
		Subject: observe.From("what the deployment and replicaset controllers and the scheduler do", func(v observe.View) any {
			return selected(v, "deployment", followingNamespace, f.deployment, "")
		}, observe.KindPod, observe.KindDeployment),
		Matcher: observe.Each(observe.Satisfy("be found no node for", func(p *corev1.Pod) bool {
			return slices.ContainsFunc(p.Status.Conditions, func(c corev1.PodCondition) bool {
				return c.Type == corev1.PodScheduled && c.Reason == corev1.PodReasonUnschedulable
			})
		})),
		Timing: f.within,
	}
}

// kubelets expects every kubelet to refuse its pod (pkg/kubelet, canAdmitPod).
func (f *following) kubelets() observe.Expectation {
	return observe.Expectation{
		Subject: observe.From("what the kubelets do", func(v observe.View) any {
			return slices.DeleteFunc(slices.Clone(v.Pods(followingNamespace)), func(p *corev1.Pod) bool {
				return !slices.Contains(f.pods, p.Name)
			})
		}, observe.KindPod),
		Matcher: observe.Each(observe.Satisfy("be refused by its kubelet", func(p *corev1.Pod) bool {
			return p.Status.Phase == corev1.PodFailed
		})),
		Timing: f.within,
	}
}

func (f *following) proxies() observe.Expectation {
	return observe.Expectation{
		Subject: observe.Probe("what the kube-proxies do", followingPeriod, func(ctx context.Context) (any, error) {
			return f.rules(ctx, followingNamespace+"/"+f.service.Name)
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
	servers := selected(f.history.View(), "deployment", metav1.NamespaceSystem, "coredns", "")
	from := traffic.OnNode(f.cluster.Nodes()[0])
	var found []traffic.Lookup
	for _, server := range servers {
		if server.Status.PodIP == "" || server.DeletionTimestamp != nil {
			continue
		}
		l, err := from.LookUpAt(ctx, server.Status.PodIP, f.service.Name+"."+followingNamespace+".svc.cluster.local")
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

// remove takes everything away again; what was never made is not there.
func (f *following) remove(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, settleTime)
	defer cancel()
	atOnce := metav1.DeleteOptions{GracePeriodSeconds: ptr.To[int64](0)}
	var errs []error
	for _, name := range f.pods {
		errs = append(errs, f.client.CoreV1().Pods(followingNamespace).Delete(ctx, name, atOnce))
	}
	if f.deployment != "" {
		errs = append(errs, f.client.AppsV1().Deployments(followingNamespace).Delete(ctx, f.deployment,
			metav1.DeleteOptions{PropagationPolicy: ptr.To(metav1.DeletePropagationBackground)}))
	}
	if f.service != nil {
		errs = append(errs, f.client.CoreV1().Services(followingNamespace).Delete(ctx, f.service.Name, metav1.DeleteOptions{}))
	}
	return errors.Join(errs...)
}
