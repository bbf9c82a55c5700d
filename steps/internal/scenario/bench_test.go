//go:build cluster

package scenario

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/onsi/gomega"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
)

// BenchmarkScenarioOverhead measures the cost of a scenario on a running cluster: to
// create and remove its namespace and its part of the history.
func BenchmarkScenarioOverhead(b *testing.B) {
	life := started(b)
	ctx := context.Background()
	once(ctx, b, life) // starts the cluster and its watches
	for b.Loop() {
		once(ctx, b, life)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/scenario")
}

func once(ctx context.Context, b *testing.B, life Lifecycle) {
	b.Helper()
	s, err := life.Begin(ctx, named("bench"), cluster.Default)
	if err != nil {
		b.Fatal(err)
	}
	life.End(ctx, s, false)
}

// BenchmarkChangeToExpectation measures the time from the API server's response to a
// change until the waiting expectation is decided.
func BenchmarkChangeToExpectation(b *testing.B) {
	life := started(b)
	ctx := context.Background()
	s, err := life.Begin(ctx, named("bench"), cluster.Default)
	if err != nil {
		b.Fatal(err)
	}
	var total time.Duration
	n := 0
	for b.Loop() {
		n++
		total += changeToExpectation(ctx, b, s, fmt.Sprintf("change-%d", n))
	}
	b.ReportMetric(float64(total.Microseconds())/float64(n)/1000, "ms/change")
	life.End(ctx, s, false)
}

func changeToExpectation(ctx context.Context, b *testing.B, s *Scenario, name string) time.Duration {
	b.Helper()
	decided := make(chan error, 1)
	go func() {
		decided <- s.history.Judge(ctx, s.history.Now(), observe.Expectation{
			Subject: observe.ConfigMap(s.namespace, name),
			Matcher: gomega.Not(observe.BeAbsent()),
			Timing:  observe.Within(fitness.SettleTime),
		})
	}()
	made := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: name}}
	if _, err := s.client.CoreV1().ConfigMaps(s.namespace).Create(ctx, made, metav1.CreateOptions{}); err != nil {
		b.Fatal(err)
	}
	changed := time.Now()
	if err := <-decided; err != nil {
		b.Fatal(err)
	}
	return time.Since(changed)
}

// started returns a Lifecycle on clusters of the local engine.
func started(t testing.TB) Lifecycle {
	life := Lifecycle{Pool: cluster.NewPool(docker.Starter()), Sessions: &Sessions{}}
	t.Cleanup(func() {
		life.Sessions.Close()
		ctx, cancel := context.WithTimeout(context.Background(), returningTime)
		defer cancel()
		if err := life.Pool.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return life
}

// named returns the spec of a scenario that shares its cluster and ignores events.
func named(name string) Spec {
	return Spec{ID: name, Title: name, Isolation: cluster.Shared, OnEvent: func(event.Event) {}}
}
