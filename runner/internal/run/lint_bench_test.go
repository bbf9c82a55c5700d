package run_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
)

// BenchmarkLint lints features in which half of the sentences are undefined, and
// reports how the time grows. "x-of-1000" is the time as a multiple of that for
// 1,000 scenarios. It should be about the number of scenarios divided by 1,000.
func BenchmarkLint(b *testing.B) {
	base := linted(b, 1000, 1)
	for _, size := range []struct{ scenarios, files int }{{1000, 1}, {2000, 1}, {4000, 1}, {10000, 1}, {10000, 1000}} {
		b.Run(fmt.Sprintf("%d-scenarios-in-%d-files", size.scenarios, size.files), func(b *testing.B) {
			var total time.Duration
			n := 0
			for b.Loop() {
				total += linted(b, size.scenarios, size.files)
				n++
			}
			b.ReportMetric(total.Seconds()/float64(n), "s/lint")
			b.ReportMetric(total.Seconds()/float64(n)/base.Seconds(), "x-of-1000")
		})
	}
}

// linted writes n scenarios and returns how long it took to lint them.
func linted(b *testing.B, scenarios, files int) time.Duration {
	b.Helper()
	dir := b.TempDir()
	for f := range files {
		var text strings.Builder
		fmt.Fprintf(&text, "Feature: f%d\n", f)
		for i := range scenarios / files {
			fmt.Fprintf(&text, unknownSteps, f*scenarios+i)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("f%d.feature", f)), []byte(text.String()), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	began := time.Now()
	_, err := run.Lint(&steps.Vocabulary{}, []string{dir})
	took := time.Since(began)
	if err == nil || strings.Count(err.Error(), "undefined step") != 3*scenarios {
		b.Fatalf("%d scenarios: an undefined step was not told", scenarios)
	}
	return took
}

// unknownSteps is a scenario with undefined sentences that are different in each
// copy.
const unknownSteps = `
  Scenario: s%[1]d
    Given a cluster with 2 workers
    And deployment "web%[1]d" with image "nginx" runs 2 replicas
    When I run kubectl get pods app%[1]d
    And the deployment web%[1]d is scaled to 3
    Then within 30 seconds deployment "web%[1]d" has 3 pods ready
    And within 30s deployment "web%[1]d" has 3 ready pods
`
