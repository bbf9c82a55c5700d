//go:build cluster

package steps

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"
	"github.com/onsi/gomega"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
)

// BenchmarkScenarioOverhead is what a scenario costs on a cluster that is up:
// its namespace, its place in the history, and taking both away.
func BenchmarkScenarioOverhead(b *testing.B) {
	suite := &Suite{Pool: cluster.NewPool(docker.Starter())}
	b.Cleanup(func() { closePool(b, suite) })
	ctx := context.Background()
	scenario := &godog.Scenario{Id: "bench", Steps: []*messages.PickleStep{{Text: "a cluster with 2 workers"}}}
	once(ctx, b, suite, scenario) // starts the cluster and its watches
	for b.Loop() {
		once(ctx, b, suite, scenario)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/scenario")
}

func once(ctx context.Context, b *testing.B, suite *Suite, sc *godog.Scenario) {
	b.Helper()
	s, err := suite.begin(ctx, sc)
	if err != nil {
		b.Fatal(err)
	}
	suite.end(ctx, s, false)
}

// BenchmarkChangeToExpectation is the time from the API server's answer to a
// change until the expectation that waited for it is decided.
func BenchmarkChangeToExpectation(b *testing.B) {
	suite := &Suite{Pool: cluster.NewPool(docker.Starter())}
	b.Cleanup(func() { closePool(b, suite) })
	ctx := context.Background()
	s, err := suite.begin(ctx, &godog.Scenario{Id: "bench"})
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
	suite.end(ctx, s, false)
}

func changeToExpectation(ctx context.Context, b *testing.B, s *scenario, name string) time.Duration {
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

func closePool(b testing.TB, suite *Suite) {
	b.Helper()
	suite.sessions().Close()
	ctx, cancel := context.WithTimeout(context.Background(), closingTime)
	defer cancel()
	if err := suite.Pool.Close(ctx); err != nil {
		b.Error(err)
	}
}
