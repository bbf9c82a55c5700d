//go:build cluster

package scenario

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// Requests from a pod continue while the API server and the kubelet are down. A time
// without observation is a gap, and nothing is left on the node at the end.
func TestRequestsGoOnWhateverHappensToTheControlPlane(t *testing.T) {
	ctx := t.Context()
	c, err := docker.Start(ctx, docker.Options{Topology: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.WithoutCancel(ctx)) })
	life := on(c)
	s, err := life.Begin(ctx, Spec{ID: "m", Title: "m", Isolation: cluster.Disruptive, OnEvent: func(event.Event) {}}, c.Topology())
	if err != nil {
		t.Fatal(err)
	}
	ended := false
	end := func() {
		if !ended {
			life.End(context.WithoutCancel(ctx), s, false)
		}
		ended = true
	}
	t.Cleanup(end)
	worker, err := c.Node("worker-1")
	if err != nil {
		t.Fatal(err)
	}
	web := running(t, s, "web", "nginx")
	running(t, s, "client", "nginx")

	pages := func() (traffic.Stream, error) {
		netns, err := s.Netns(Requester{Pod: "client"})
		if err != nil {
			return nil, err
		}
		return netns.Pages(traffic.At("http", web.Status.PodIP, 80))
	}
	lookups := func() (traffic.Stream, error) {
		netns, err := s.Netns(Requester{Pod: "client"})
		return netns.Lookups("kubernetes.default"), err
	}
	for name, stream := range map[string]func() (traffic.Stream, error){"pages": pages, "names": lookups, "API": s.APIRequests} {
		if err := s.StartMonitor(ctx, name, name, stream); err != nil {
			t.Fatal(err)
		}
	}
	monitor := func(name string) *Monitor {
		i := slices.IndexFunc(s.Monitors(), func(m *Monitor) bool { return m.Name == name })
		return s.Monitors()[i]
	}
	between := func(name string, from time.Time) availability.Window {
		t.Helper()
		w, err := monitor(name).Log.Await(ctx, from, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		return w
	}

	from, used := time.Now(), ticks(t, worker)
	time.Sleep(20 * time.Second)
	seconds := time.Since(from).Seconds()
	t.Logf("two senders use %.2f%% of a processor", (ticks(t, worker)-used)/seconds)
	for _, m := range s.Monitors() {
		w := between(m.Name, from)
		t.Logf("%s: %s; %.2f requests a second; answered after %s (median), %s (99th)",
			m.Name, w.Summary(), float64(len(w.Samples))/w.To.Sub(w.From).Seconds(), latency(w, 50), latency(w, 99))
	}

	down := []faults.Fault{faults.ComponentDown("control-plane-1", "kube-apiserver"), faults.KubeletStopped("worker-1")}
	from = time.Now()
	for _, f := range down {
		if _, err := s.faults.Inject(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(5 * time.Second)
	if w := between("pages", from); availability.NoneFailed(w) != nil {
		t.Errorf("without the API server and the kubelet: %v", availability.NoneFailed(w))
	}
	unanswered := between("API", from)
	// On a busy machine, the sender may pause. One that stops with the API server sends less.
	if asked := int(unanswered.To.Sub(unanswered.From) / traffic.Period); !unanswered.Fails() || len(unanswered.Samples) < asked/4 {
		t.Errorf("without the API server: %d requests\n%s", len(unanswered.Samples), unanswered.Report())
	}
	slices.Reverse(down)
	for _, f := range down {
		if _, err := s.faults.Revert(ctx, f); err != nil {
			t.Fatal(err)
		}
	}

	from = time.Now()
	if err := worker.Pause(ctx); err != nil {
		t.Fatal(err)
	}
	time.Sleep(4 * time.Second)
	if err := worker.Unpause(ctx); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second)
	if w := between("pages", from); w.Fails() || verdict.Of(availability.NoneFailed(w)) != verdict.Undecided {
		t.Errorf("of a frozen node:\n%s", w.Report())
	}

	from = time.Now()
	if _, err := cluster.Output(ctx, worker, "pkill -KILL -x perl"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(3 * time.Second)
	w := between("pages", from)
	if _, again := w.Second(true); !again || w.Fails() {
		t.Errorf("after the sender was killed:\n%s", w.Report())
	}

	end()
	deadline := time.Now().Add(5 * time.Second)
	for ticks(t, worker) >= 0 && time.Now().Before(deadline) {
		time.Sleep(100 * time.Millisecond)
	}
	if ticks(t, worker) >= 0 {
		t.Error("a sender is left on the node")
	}
}

func running(t *testing.T, s *Scenario, name, image string) *corev1.Pod {
	t.Helper()
	pod := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: name},
		Spec:       corev1.PodSpec{NodeName: "worker-1", Containers: []corev1.Container{{Name: name, Image: image}}},
	}
	if _, err := s.client.CoreV1().Pods(s.namespace).Create(t.Context(), pod, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Judge(t.Context(), observe.Expectation{
		Subject: observe.Pod(s.namespace, name), Matcher: observe.BeRunning(), Timing: observe.Within(time.Minute),
	}); err != nil {
		t.Fatal(err)
	}
	return observe.Get[*corev1.Pod](s.history.View(), s.namespace, name)
}

// ticks returns the processor time of the senders on a node, in hundredths of a second;
// negative if there is no sender.
func ticks(t *testing.T, n cluster.Node) float64 {
	t.Helper()
	said, err := cluster.Output(t.Context(), n, `for p in $(pgrep -x perl); do cat /proc/$p/stat; done | awk '{ n += $14 + $15; c++ } END { print c ? n : -1 }'`)
	if err != nil {
		t.Fatal(err)
	}
	used, err := strconv.ParseFloat(strings.TrimSpace(said), 64)
	if err != nil {
		t.Fatal(err)
	}
	return used
}

func latency(w availability.Window, percent int) time.Duration {
	var took []time.Duration
	for _, s := range w.Samples {
		if s.Good {
			took = append(took, s.Done.Sub(s.Sent))
		}
	}
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	return took[(len(took)-1)*percent/100].Round(10 * time.Microsecond)
}
