package cli

import (
	"context"
	"io"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/node/source"
)

// holding says what an interrupted command has to clean up.
type holding int32

const (
	nothing  holding = iota // nothing
	image                   // an image that is being built or transferred
	start                   // only a cluster that is starting
	clusters                // clusters, and changes made to them
)

func (a *app) hold(what holding) {
	if now := a.held.Load(); int32(what) > now {
		a.held.CompareAndSwap(now, int32(what))
	}
}

// watched returns a platform that records what its functions leave to be cleaned
// up.
func (a *app) watched(p platform) platform {
	if start := p.Start; start != nil {
		p.Start = func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error) {
			a.hold(clusters)
			return start(ctx, t, keep)
		}
	}
	if attach := p.Attach; attach != nil {
		p.Attach = func(ctx context.Context, name string) (cluster.Cluster, error) {
			a.hold(clusters)
			return attach(ctx, name)
		}
	}
	if up := p.Up; up != nil {
		p.Up = func(ctx context.Context, t cluster.Topology, name string) (cluster.Cluster, error) {
			a.hold(start)
			return up(ctx, t, name)
		}
	}
	if ensure := p.Images; ensure != nil {
		p.Images = func(ctx context.Context, all []cluster.Topology) error {
			a.hold(image)
			return ensure(ctx, all)
		}
	}
	return a.watchedImage(p)
}

func (a *app) watchedImage(p platform) platform {
	if build := p.Build; build != nil {
		p.Build = func(ctx context.Context, v cluster.Version, force bool) (string, error) {
			a.hold(image)
			return build(ctx, v, force)
		}
	}
	if build := p.BuildPart; build != nil {
		p.BuildPart = func(ctx context.Context, part cluster.Part, force bool) (string, error) {
			a.hold(image)
			return build(ctx, part, force)
		}
	}
	return a.watchedTransfers(p)
}

func (a *app) watchedTransfers(p platform) platform {
	if pull := p.Pull; pull != nil {
		p.Pull = func(ctx context.Context, from source.Source, ref string) (string, error) {
			a.hold(image)
			return pull(ctx, from, ref)
		}
	}
	if push := p.Push; push != nil {
		p.Push = func(ctx context.Context, to source.Source, ref string) (string, error) {
			a.hold(image)
			return push(ctx, to, ref)
		}
	}
	if save := p.Save; save != nil {
		p.Save = func(ctx context.Context, refs []string, w io.Writer) error {
			a.hold(image)
			return save(ctx, refs, w)
		}
	}
	if load := p.Load; load != nil {
		p.Load = func(ctx context.Context, r io.Reader) ([]string, error) {
			a.hold(image)
			return load(ctx, r)
		}
	}
	return p
}
