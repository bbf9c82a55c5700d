package run

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// Platform is the environment of a run, as functions so that the runner can be
// tested without it. All but Start are optional.
type Platform struct {
	// Preflight returns an error if this machine lacks something.
	Preflight func(context.Context) error
	// Sweep removes what killed runs left behind, and returns its names.
	Sweep func(context.Context) (removed []string, err error)
	// Images builds the images that clusters of the given topologies need, if necessary.
	Images func(context.Context, []cluster.Topology) error
	// HasImage returns an error if the container engine does not have an image.
	HasImage func(ctx context.Context, ref string) error
	// Start starts a cluster. With keep, the cluster outlives the process.
	Start func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error)
	// Attach finds a running cluster by its name.
	Attach func(ctx context.Context, name string) (cluster.Cluster, error)
	// Versions returns the versions that the plan shows, for clusters of these versions of
	// Kubernetes.
	Versions func([]cluster.Version) ([]plan.Version, error)
}

// Ready prepares the platform for clusters of the given topologies: it checks the machine,
// removes leftovers, and builds images if necessary.
func (p Platform) Ready(ctx context.Context, all []cluster.Topology, tell func(format string, args ...any)) error {
	if err := call(ctx, p.Preflight); err != nil {
		return err
	}
	if p.Sweep != nil {
		removed, err := p.Sweep(ctx)
		for _, what := range removed {
			tell("Removed %s, which a run that is gone had left.", what)
		}
		if err != nil {
			return err
		}
	}
	if p.Images == nil {
		return nil
	}
	return p.Images(ctx, all)
}

func call(ctx context.Context, f func(context.Context) error) error {
	if f == nil {
		return nil
	}
	return f(ctx)
}
