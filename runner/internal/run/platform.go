package run

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// Platform is what a run stands on, as functions so that the runner can be
// tested without it. All but Start may be nil: what they do is left out then.
type Platform struct {
	// Preflight says what is missing on this machine.
	Preflight func(context.Context) error
	// Sweep removes what runs that were killed left, and names it.
	Sweep func(context.Context) (removed []string, err error)
	// Image makes sure of the node image.
	Image func(context.Context) error
	// HasImage says what keeps the container engine from giving an image.
	HasImage func(ctx context.Context, ref string) error
	// Start starts a cluster; one that is kept outlives the process.
	Start func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error)
	// Attach finds a cluster that is up by its name.
	Attach func(ctx context.Context, name string) (cluster.Cluster, error)
	// Versions are those that the plan names.
	Versions func() ([]plan.Version, error)
}

// Ready prepares the platform for clusters: it says what is missing, removes
// what was left, and builds the image if need be.
func (p Platform) Ready(ctx context.Context, tell func(format string, args ...any)) error {
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
	return call(ctx, p.Image)
}

func call(ctx context.Context, f func(context.Context) error) error {
	if f == nil {
		return nil
	}
	return f(ctx)
}
