//go:build cluster

package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node"
)

// trivial is a first scenario.
const trivial = `Feature: The writing loop
  Scenario: Nodes are there
    Given a cluster with 2 workers
    Then within 5s node worker-1 is Ready
`

// BenchmarkWritingLoop runs one scenario on a running cluster in a new process,
// from the enter key to the verdict. It also reports the time as a multiple of a
// dry run of the same feature ("x-dry-run").
func BenchmarkWritingLoop(b *testing.B) {
	if _, err := node.Ensure(b.Context()); err != nil {
		b.Fatal(err)
	}
	c, err := docker.Start(b.Context(), docker.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := c.Close(context.Background()); err != nil {
			b.Error(err)
		}
	})
	feature := filepath.Join(b.TempDir(), "loop.feature")
	if err := os.WriteFile(feature, []byte(trivial), 0o600); err != nil {
		b.Fatal(err)
	}
	var loop, dry time.Duration
	for b.Loop() {
		loop += enter(b, "run", "--cluster", c.Name(), feature+":2")
		b.StopTimer()
		dry += enter(b, "run", "--dry-run", feature+":2")
		b.StartTimer()
	}
	b.ReportMetric(loop.Seconds()/dry.Seconds(), "x-dry-run")
}

// enter runs gherkube, which must succeed, and returns how long it took.
func enter(b *testing.B, args ...string) time.Duration {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	began := time.Now()
	if said, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", args, err, said)
	}
	return time.Since(began)
}
