package steps

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
)

// TestASuitesOwnClustersSweepAndTell starts two clusters, slowly.
func TestASuitesOwnClustersSweepAndTell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		var did []string
		own := &ownClusters{
			out:   &out,
			built: func(context.Context, cluster.Topology) (bool, error) { return len(did) > 1, nil }, // the first start builds it
			sweep: func(context.Context) ([]string, error) {
				did = append(did, "sweep")
				return []string{"left-behind"}, nil
			},
			start: func(ctx context.Context, _ cluster.Topology) (cluster.Cluster, error) {
				did = append(did, "start")
				task := progress.Begin(ctx, "building the node image")
				time.Sleep(10 * time.Second)
				task.End(nil)
				return nil, nil
			},
		}
		for range 2 {
			if _, err := own.Start(context.Background(), cluster.Default); err != nil {
				t.Fatal(err)
			}
		}
		if want := []string{"sweep", "start", "start"}; !slices.Equal(did, want) {
			t.Errorf("did %q, want %q", did, want)
		}
		for _, said := range []string{"left-behind", "building the node image: done (10s)", prepare(cluster.Topology{})} {
			if !strings.Contains(out.String(), said) {
				t.Errorf("no word of %q in\n%s", said, out.String())
			}
		}
		if n := strings.Count(out.String(), prepare(cluster.Topology{})); n != 1 {
			t.Errorf("the build is announced %d times", n)
		}
	})
}

func TestBrief(t *testing.T) {
	for d, want := range map[time.Duration]string{20 * time.Minute: "20m", 580 * time.Second: "9m40s", 30 * time.Second: "30s"} {
		if got := brief(d); got != want {
			t.Errorf("%s: %s", d, got)
		}
	}
}

const asUnbuilt = "GHERKUBE_TEST_UNBUILT"

// TestATestTooShortToBuildTheImageSaysSoAtOnce runs a scenario whose test ends before
// Kubernetes could be compiled.
func TestATestTooShortToBuildTheImageSaysSoAtOnce(t *testing.T) {
	if os.Getenv(asUnbuilt) != "" {
		own := &ownClusters{
			out:   os.Stderr,
			built: func(context.Context, cluster.Topology) (bool, error) { return false, nil },
			sweep: func(context.Context) ([]string, error) { return nil, nil },
			start: func(context.Context, cluster.Topology) (cluster.Cluster, error) { panic("it started to build") },
		}
		suite := &Suite{Pool: cluster.NewPool(own.Start)}
		godog.TestSuite{
			ScenarioInitializer: suite.InitializeScenario,
			Options: &godog.Options{Format: "progress", Strict: true, TestingT: t, FeatureContents: []godog.Feature{{
				Name: "x.feature", Contents: []byte("Feature: x\n  Scenario: y\n    Given a cluster with 1 worker\n"),
			}}},
		}.Run()
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.timeout=10m", "-test.run", "^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), asUnbuilt+"=1")
	output, _ := cmd.CombinedOutput()
	for _, said := range []string{"undecided: ", "the node image is not built", prepare(cluster.Topology{}), "--- FAIL"} {
		if !strings.Contains(string(output), said) {
			t.Errorf("no %q in\n%s", said, output)
		}
	}
}
