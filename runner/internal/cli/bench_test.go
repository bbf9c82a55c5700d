//go:build cluster

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

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
	if _, err := (node.Image{}).Ensure(b.Context()); err != nil {
		b.Fatal(err)
	}
	const name = "writing-loop" // of its own process: a run may take no cluster of another one
	enter(b, "cluster", "up", "--name", name)
	b.Cleanup(func() {
		down := inProgram("cluster", "down", name) // the benchmark's context has ended
		if said, err := down.CombinedOutput(); err != nil {
			b.Errorf("%v: %s", err, said)
		}
	})
	feature := filepath.Join(b.TempDir(), "loop.feature")
	if err := os.WriteFile(feature, []byte(trivial), 0o600); err != nil {
		b.Fatal(err)
	}
	var loop, dry time.Duration
	for b.Loop() {
		loop += enter(b, "run", "--cluster", name, feature+":2")
		b.StopTimer()
		dry += enter(b, "run", "--dry-run", feature+":2")
		b.StartTimer()
	}
	b.ReportMetric(loop.Seconds()/dry.Seconds(), "x-dry-run")
}

// enter runs gherkube, which must succeed, and returns how long it took.
func enter(b *testing.B, args ...string) time.Duration {
	b.Helper()
	began := time.Now()
	if said, err := inProgram(args...).CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", args, err, said)
	}
	return time.Since(began)
}

// inProgram is gherkube in a process of its own.
func inProgram(args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}
