//go:build cluster

package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/steps/event"
)

// A scenario begins while the namespace of the previous one is being deleted, unless it
// needs a clean cluster. What is not deleted is reported with what holds it. Until it
// is repaired, the cluster is not lent to scenarios that need a clean one.
func TestScenariosOneAfterTheOther(t *testing.T) {
	ctx := t.Context()
	c, err := docker.Start(ctx, docker.Options{Topology: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.WithoutCancel(ctx)) })
	var told []event.Event
	life := on(c)
	begin := func(name string, isolation cluster.Isolation) (*Scenario, error) {
		return life.Begin(ctx, Spec{
			ID: name, Title: fmt.Sprintf("%q (d.feature)", name), Isolation: isolation, NeedsClean: isolation == cluster.Disruptive,
			OnEvent: func(e event.Event) { told = append(told, e) },
		}, c.Topology())
	}
	must := func(s *Scenario, err error) *Scenario {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	there := func(s *Scenario, namespace string) bool {
		t.Helper()
		_, err := s.client.CoreV1().Namespaces().Get(ctx, namespace, metav1.GetOptions{})
		return err == nil
	}

	aPod := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{GenerateName: "new-"}, Spec: corev1.PodSpec{
		Containers: []corev1.Container{{Name: "new", Image: "busybox", Command: []string{"sleep", "infinity"}}},
	}}
	first := must(begin("first", cluster.Shared))
	if _, err := first.client.CoreV1().Pods(first.namespace).Create(ctx, aPod, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	life.End(ctx, first, false)
	second := must(begin("second", cluster.Shared))
	if !there(second, first.namespace) {
		t.Error("the second scenario has waited for the first one's namespace")
	}
	life.End(ctx, second, false)
	third := must(begin("third", cluster.Disruptive))
	for _, s := range []*Scenario{first, second} {
		if there(third, s.namespace) {
			t.Errorf("the cluster is not clean: namespace %s of scenario %s is there", s.namespace, s.ID)
		}
	}
	began := time.Now()
	life.End(ctx, third, false)
	t.Logf("the end of a scenario that has the cluster to itself takes %s", time.Since(began))
	if q := cluster.Quarantined(c.Name()); q == nil || !q.Pending() {
		t.Errorf("the namespace is not gone, and the cluster is taken for verified: %v", q)
	}

	stuck := must(begin("stuck", cluster.Shared))
	held := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: "held", Finalizers: []string{"example.com/hold"}}}
	if _, err := stuck.client.CoreV1().ConfigMaps(stuck.namespace).Create(ctx, held, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	life.End(ctx, stuck, false)
	if _, err := begin("refused", cluster.Disruptive); err == nil {
		t.Error("a scenario that needs a clean cluster has begun beside what another one left")
	}
	text := func(kind event.Kind, of string) string {
		i := slices.IndexFunc(told, func(e event.Event) bool { return e.Kind == kind && e.Scenario == of })
		if i < 0 {
			return ""
		}
		return told[i].Text
	}
	if got := text(event.Left, "stuck"); !strings.Contains(got, "example.com/hold") || !strings.Contains(got, stuck.namespace) {
		t.Errorf("the scenario that left it is told %q", got)
	}
	if got := text(event.Cleaned, "refused"); !strings.Contains(got, `scenario "stuck" (d.feature) left something behind`) || !strings.Contains(got, "example.com/hold") {
		t.Errorf("who needs a clean cluster is told %q", got)
	}

	q := cluster.Quarantined(c.Name())
	if q == nil || !q.Pending() || !slices.Contains(q.Namespaces, stuck.namespace) || !strings.Contains(q.Reason, "example.com/hold") {
		t.Fatalf("a later run would take the cluster for verified: %+v", q)
	}
	q.Owner = "" // as if this process had ended
	if err := cluster.SetQuarantine(c.Name(), *q); err != nil {
		t.Fatal(err)
	}
	if _, err := Repair(ctx, c); err == nil {
		t.Error("the cluster was repaired, and the namespace is still there")
	}
	unhold := []byte(`{"metadata":{"finalizers":null}}`)
	if _, err := stuck.client.CoreV1().ConfigMaps(stuck.namespace).Patch(ctx, "held", types.MergePatchType, unhold, metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	if repaired, err := Repair(ctx, c); !repaired || err != nil {
		t.Errorf("the finalizer is removed: repaired %v, %v", repaired, err)
	}
}
