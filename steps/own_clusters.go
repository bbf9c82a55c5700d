package steps

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// ownClusters starts the clusters of a suite without a pool. Under "go test" it also
// removes the leftovers of killed tests, and explains delays of minutes.
type ownClusters struct {
	start func(context.Context, cluster.Topology) (cluster.Cluster, error)
	sweep func(context.Context) ([]string, error)
	built func(context.Context, cluster.Topology) (bool, error)
	out   io.Writer // for progress; several goroutines write to it

	first sync.Once
}

// inDocker starts clusters in the local Docker engine.
func inDocker() *ownClusters {
	return &ownClusters{start: docker.Starter(), sweep: docker.Sweep, built: built, out: os.Stderr}
}

func built(ctx context.Context, t cluster.Topology) (bool, error) {
	return node.Image{Kubernetes: t.Kubernetes}.Built(ctx)
}

// buildTime is how long compiling Kubernetes takes on two cores, with some margin.
const buildTime = 20 * time.Minute

// prepare returns the command that builds the node image.
func prepare(t cluster.Topology) string {
	command := "go run github.com/gherkube/gherkube/runner/gherkube image build"
	if !t.Kubernetes.IsZero() {
		command += " --kubernetes " + t.Kubernetes.String()
	}
	return command
}

// Start implements cluster.Starter. It writes progress as plain lines.
func (own *ownClusters) Start(ctx context.Context, t cluster.Topology) (cluster.Cluster, error) {
	own.first.Do(func() { own.sweepUp(ctx) })
	if err := own.announceBuild(ctx, t); err != nil {
		return nil, err
	}
	lines := progress.NewLines(own.out)
	defer lines.Close()
	return own.start(progress.With(ctx, lines), t)
}

// sweepUp removes what killed tests left behind. A failure to do so does not prevent
// the start.
func (own *ownClusters) sweepUp(ctx context.Context) {
	removed, err := own.sweep(ctx)
	if len(removed) > 0 {
		own.say("removed what a killed run left: " + strings.Join(removed, ", "))
	}
	if err != nil {
		own.say("could not remove what a killed run left: " + err.Error())
	}
}

// announceBuild says that the node image must be built first. It returns an error if
// the test would time out during the build.
func (own *ownClusters) announceBuild(ctx context.Context, topology cluster.Topology) error {
	built, err := own.built(ctx, topology)
	if built || err != nil {
		return nil // the start reports the cause
	}
	if t := testOf(ctx); t != nil {
		if end, ends := t.Deadline(); ends && time.Until(end) < buildTime {
			return verdict.Unseenf("the node image is not built. Building it compiles Kubernetes, which may take %s, and go test ends this test in %s. "+
				"Build it before:\n  %s\nor give the test more time: go test -timeout 60m", brief(buildTime), brief(time.Until(end)), prepare(topology))
		}
	}
	own.say("the node image is not built: compiling Kubernetes, once, may take " + brief(buildTime) + "; to do so before a test: " + prepare(topology))
	return nil
}

func brief(d time.Duration) string {
	text := d.Round(time.Second).String()
	if strings.HasSuffix(text, "m0s") {
		return strings.TrimSuffix(text, "0s")
	}
	return text
}

func (own *ownClusters) say(text string) { _, _ = fmt.Fprintln(own.out, "gherkube: "+text) }
