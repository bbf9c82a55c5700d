//go:build cluster

package grading

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// harmless is a setup whose fault has no effect, because the kubelet has already
// been stopped.
const harmless = `Feature: A kubelet that was stopped before it was to be
  Scenario: It stops
    Given I run "systemctl stop kubelet" on worker-1
    And the kubelet on worker-1 is stopped
`

// TestAFaultThatTakesNoEffectIsNoGradeOnARealCluster tests defect 8 of the table in
// ARCHITECTURE.md on a real cluster: a setup that contradicts itself is a defect of
// the lab and costs no points.
func TestAFaultThatTakesNoEffectIsNoGradeOnARealCluster(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "besieged")
	if err := os.CopyFS(dir, os.DirFS("testdata/besieged")); err != nil {
		t.Fatal(err)
	}
	l, err := reader.Load(dir, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(l.Path(lab.SetupFile), []byte(harmless), 0o644); err != nil {
		t.Fatal(err)
	}
	g := &Grader{Platform: run.Platform{Start: func(ctx context.Context, of cluster.Topology, _ bool) (cluster.Cluster, error) {
		return docker.Start(ctx, docker.Options{Topology: of})
	}}}
	submission := &Submission{ID: "ada", Files: []cluster.File{{Path: Script, Content: []byte("true")}}}
	r := g.Grade(t.Context(), l, submission, "ada", t.TempDir())
	if r.State() != score.Defective || r.Points != 0 || !strings.Contains(r.Problem, "setup.feature:4): the setup failed at this step on more than one cluster: ") {
		t.Errorf("%s: %s", r.State(), &r)
	}
	t.Log(r.Problem)
}
