//go:build cluster

package scenario

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/fixtures/observe"
)

// TestDiagnosticsOfARealCluster has a pod that prints a Secret, and powers its node off.
func TestDiagnosticsOfARealCluster(t *testing.T) {
	ctx := t.Context()
	c, err := docker.Start(ctx, docker.Options{Topology: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.WithoutCancel(ctx)) })
	life := on(c)
	s, err := life.Begin(ctx, named("diagnostics"), c.Topology())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { life.End(ctx, s, false) })
	const secret = "hunter2-and-more"
	tellsItsSecret(ctx, t, s, secret)
	ref := diagnostics.Ref{Kind: observe.KindPod, Namespace: s.namespace, Name: "shop"}
	diagnosed := func(want string) {
		t.Helper()
		began := time.Now()
		_ = s.Secrets().Look()
		items := s.Diagnose(ctx, []diagnostics.Ref{ref})
		content, err := json.Marshal(items)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d items of %d bytes in %s", len(items), len(content), time.Since(began))
		for _, said := range []string{want, `"object":"pod shop"`, `"unit":"kubelet","node":"worker-1"`} {
			if !strings.Contains(string(content), said) {
				t.Errorf("%q is missing in %s", said, content)
			}
		}
		if strings.Contains(string(content), secret) || time.Since(began) > 5*time.Second {
			t.Errorf("a Secret is shown, or it took long (%s): %s", time.Since(began), content)
		}
	}
	diagnosed("the password is [redacted]")
	worker, err := c.Node("worker-1")
	if err != nil {
		t.Fatal(err)
	}
	if err := worker.Stop(ctx); err != nil {
		t.Fatal(err)
	}
	diagnosed(`"missing":`)
	if err := worker.Start(ctx); err != nil {
		t.Fatal(err)
	}
}

// tellsItsSecret runs a pod that prints the value of a Secret, and returns when the
// kubelet reports that it runs.
func tellsItsSecret(ctx context.Context, t *testing.T, s *Scenario, value string) {
	t.Helper()
	secret := &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: "door"}, StringData: map[string]string{"password": value}}
	if _, err := s.client.CoreV1().Secrets(s.namespace).Create(ctx, secret, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	from := &corev1.EnvVarSource{SecretKeyRef: &corev1.SecretKeySelector{LocalObjectReference: corev1.LocalObjectReference{Name: "door"}, Key: "password"}}
	pod := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "shop"}, Spec: corev1.PodSpec{Containers: []corev1.Container{{
		Name: "main", Image: "busybox", Command: []string{"sh", "-c", "echo the password is $PASSWORD; exec sleep 1000"},
		Env: []corev1.EnvVar{{Name: "PASSWORD", ValueFrom: from}},
	}}}}
	if _, err := s.client.CoreV1().Pods(s.namespace).Create(ctx, pod, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Judge(ctx, observe.Expectation{Subject: observe.Pod(s.namespace, "shop"), Matcher: observe.BeRunning(), Timing: observe.Within(time.Minute)}); err != nil {
		t.Fatal(err)
	}
}
