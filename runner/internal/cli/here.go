package cli

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/run"
)

// here returns the platform of this machine's container engine.
func here() platform {
	return platform{
		Platform: run.Platform{
			Preflight: docker.Preflight,
			Sweep:     docker.Sweep,
			Attach:    attachIdle,
			Images: func(ctx context.Context, parts []cluster.Part) error {
				if _, err := node.Ensure(ctx); err != nil {
					return err
				}
				return node.EnsureParts(ctx, parts)
			},
			Start: func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error) {
				return docker.Start(ctx, docker.Options{Topology: t, Keep: keep})
			},
			HasImage: docker.HasImage,
			Versions: func() ([]plan.Version, error) {
				return []plan.Version{
					{Name: "gherkube", Version: ownVersion()},
					{Name: "kubernetes", Version: node.KubernetesVersion()},
				}, nil
			},
		},
		Up: func(ctx context.Context, t cluster.Topology, name string) (cluster.Cluster, error) {
			return docker.Start(ctx, docker.Options{Topology: t, Name: name, Keep: true})
		},
		Room:        docker.Room,
		List:        docker.List,
		AllVersions: allVersions,
		Ref:         node.Ref,
		Build:       node.Build,
		BuildPart:   node.BuildPart,
		Save:        node.Save,
		Load:        node.Load,
		Prune:       node.Prune,
		Clean:       docker.Clean,
	}
}

func allVersions() ([]plan.Version, error) {
	all := []plan.Version{{Name: "gherkube", Version: ownVersion()}}
	for _, c := range node.Versions() {
		all = append(all, plan.Version{Name: c.Name, Version: c.Version})
	}
	return all, nil
}
