package scenario

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
)

// namespacesAPI is an API server with one namespace and nothing else.
type namespacesAPI struct {
	namespace *corev1.Namespace
	gone      chan struct{} // closed when the namespace goes
}

// kindsOf maps the last word of a path to the kind of its list.
var kindsOf = map[string]string{
	"namespaces": "v1 Namespace", "nodes": "v1 Node", "pods": "v1 Pod", "services": "v1 Service", "serviceaccounts": "v1 ServiceAccount",
	"configmaps": "v1 ConfigMap", "persistentvolumeclaims": "v1 PersistentVolumeClaim", "events": "v1 Event",
	"endpointslices": "discovery.k8s.io/v1 EndpointSlice", "deployments": "apps/v1 Deployment", "replicasets": "apps/v1 ReplicaSet",
	"daemonsets": "apps/v1 DaemonSet", "statefulsets": "apps/v1 StatefulSet", "jobs": "batch/v1 Job",
}

func (a *namespacesAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resource := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
	w.Header().Set("Content-Type", "application/json")
	version, kind, _ := strings.Cut(kindsOf[resource], " ")
	switch {
	case kind == "":
		fmt.Fprint(w, "ok")
	case r.URL.Query().Get("watch") != "":
		a.watch(w, r, resource)
	default:
		items := []any{}
		if resource == "namespaces" {
			items = append(items, a.namespace)
		}
		_ = json.NewEncoder(w).Encode(map[string]any{
			"apiVersion": version, "kind": kind + "List", "items": items, "metadata": map[string]any{"resourceVersion": "1"},
		})
	}
}

func (a *namespacesAPI) watch(w http.ResponseWriter, r *http.Request, resource string) {
	w.(http.Flusher).Flush()
	gone := a.gone
	if resource != "namespaces" {
		gone = nil
	}
	select {
	case <-gone:
		last := a.namespace.DeepCopy()
		last.ResourceVersion = "2"
		_ = json.NewEncoder(w).Encode(map[string]any{"type": "DELETED", "object": last})
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	case <-r.Context().Done():
	}
}

// dev is a cluster that has only a name, without any state.
type dev struct{ cluster.Cluster }

func (dev) Name() string { return "there-is-no-such-cluster" }

// departing returns a scenario whose namespace is being deleted, and the events that
// the scenario gets.
func departing(t *testing.T, api *namespacesAPI, within time.Duration) (sc *Scenario, d *departure, told func() []event.Event) {
	t.Helper()
	server := httptest.NewServer(api)
	history, err := observe.Watch(t.Context(), &rest.Config{Host: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	s := &session{cluster: dev{}, history: history}
	s.open, s.shut = context.WithCancel(t.Context())
	t.Cleanup(func() { s.close(); server.CloseClientConnections(); server.Close() })
	var mu sync.Mutex
	var events []event.Event
	sc = &Scenario{session: s, namespace: "scenario-abcde", Spec: Spec{Title: `"Blue" (blue.feature)`, Isolation: cluster.Shared, OnEvent: func(e event.Event) {
		mu.Lock()
		defer mu.Unlock()
		events = append(events, e)
	}}}
	sc.holdHistory()
	d = &departure{namespace: sc.namespace, gone: make(chan struct{})}
	s.departures.add(d)
	go sc.watch(d, within)
	return sc, d, func() []event.Event {
		mu.Lock()
		defer mu.Unlock()
		return events
	}
}

func terminatingNamespace() *corev1.Namespace {
	now := metav1.Now()
	return &corev1.Namespace{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Namespace"},
		ObjectMeta: metav1.ObjectMeta{Name: "scenario-abcde", ResourceVersion: "1", DeletionTimestamp: &now, UID: "1"},
		Status: corev1.NamespaceStatus{Phase: corev1.NamespaceTerminating, Conditions: []corev1.NamespaceCondition{
			{Type: corev1.NamespaceDeletionDiscoveryFailure, Status: corev1.ConditionFalse, Message: "All resources successfully discovered"},
			{Type: corev1.NamespaceFinalizersRemaining, Status: corev1.ConditionTrue,
				Message: "Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances"},
		}},
	}
}

func TestANamespaceGoesWhileOthersWaitForThat(t *testing.T) {
	api := &namespacesAPI{namespace: terminatingNamespace(), gone: make(chan struct{})}
	s, _, told := departing(t, api, time.Minute)
	hurried, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("interrupted"))
	if err := s.departures.await(hurried); err == nil || !strings.Contains(err.Error(), "namespace scenario-abcde is gone: interrupted") {
		t.Errorf("who does not wait is told %v", err)
	}
	close(api.gone)
	if err := s.departures.await(t.Context()); err != nil {
		t.Error(err)
	}
	if left := s.departures.list(); len(left) > 0 || len(told()) > 0 {
		t.Errorf("it is gone, and yet there are %d, and %v was told", len(left), told())
	}
}

func TestANamespaceThatDoesNotGoIsToldWithWhatHoldsIt(t *testing.T) {
	s, _, told := departing(t, &namespacesAPI{namespace: terminatingNamespace()}, 300*time.Millisecond)
	err := s.departures.await(t.Context())
	const held = "namespace scenario-abcde is not gone after 300ms: " +
		"Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances"
	if err == nil || !strings.Contains(err.Error(), `scenario "Blue" (blue.feature) left something behind: `+held) {
		t.Errorf("who needs a clean cluster is told %v", err)
	}
	if events := told(); len(events) != 1 || events[0].Kind != event.Left || events[0].Text != held {
		t.Errorf("the scenario that left it is told %+v", events)
	}
	if again := s.departures.await(t.Context()); again == nil {
		t.Error("the next one is not told")
	}
}

func TestWhoClosesTheClusterWaitsForNothing(t *testing.T) {
	s, d, told := departing(t, &namespacesAPI{namespace: terminatingNamespace()}, time.Minute)
	s.session.close()
	<-d.gone
	if len(told()) > 0 {
		t.Errorf("what nobody waited for is told: %v", told())
	}
}

func TestTheNamespacesOfOtherScenarios(t *testing.T) {
	const own = "scenario-bcdfg"
	for namespace, want := range map[string]bool{
		own: false, "blue-" + own: false, "scenario-zzzzz": true, "blue-scenario-zzzzz": true,
		"default": false, "kube-system": false, "scenario-of-mine": false, "team-blue": false,
	} {
		if OfOtherScenario(namespace, own) != want {
			t.Errorf("%s: want %v", namespace, want)
		}
	}
}

func TestWhatHoldsANamespace(t *testing.T) {
	now := metav1.Now()
	own := terminatingNamespace()
	own.Finalizers, own.Status.Conditions = []string{"example.com/own"}, nil
	bare := terminatingNamespace()
	bare.Status.Conditions = nil
	stuck := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "web", DeletionTimestamp: &now}, Spec: corev1.PodSpec{NodeName: "worker-1"}}
	for name, row := range map[string]struct {
		namespace *corev1.Namespace
		pods      []*corev1.Pod
		want      string
	}{
		"its own finalizer":      {namespace: own, want: "its finalizers are example.com/own"},
		"its content":            {namespace: terminatingNamespace(), want: "example.com/hold in 1 resource instances"},
		"a pod":                  {namespace: bare, pods: []*corev1.Pod{stuck}, want: "pod web is "},
		"nobody knows":           {namespace: bare, want: "has not said why"},
		"it is not even deleted": {namespace: &corev1.Namespace{}, want: "nobody has deleted it"},
	} {
		if got := heldBy(row.namespace, row.pods); !strings.Contains(got, row.want) {
			t.Errorf("%s: %q, want %q", name, got, row.want)
		}
	}
}
