package cli

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/fixtures/node/source"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
)

// here returns the platform of this machine's container engine.
func here() platform {
	return platform{
		Platform: run.Platform{
			Preflight: docker.Preflight,
			Sweep:     docker.Sweep,
			Attach:    attachIdle,
			Images:    images,
			Start: func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error) {
				return docker.Start(ctx, docker.Options{Topology: t, Keep: keep})
			},
			HasImage: docker.HasImage,
			Versions: func(kubernetes []cluster.Version) ([]plan.Version, error) {
				all := []plan.Version{{Name: "gherkube", Version: ownVersion()}}
				for _, v := range kubernetes {
					all = append(all, plan.Version{Name: "kubernetes", Version: node.Image{Kubernetes: v}.KubernetesVersion()})
				}
				return all, nil
			},
		},
		Up: func(ctx context.Context, t cluster.Topology, name string) (cluster.Cluster, error) {
			return docker.Start(ctx, docker.Options{Topology: t, Name: name, Keep: true})
		},
		Stop:        docker.Stop,
		Resume:      docker.Resume,
		Remove:      docker.Remove,
		Settle:      docker.Settle,
		CaughtUp:    steps.CaughtUp,
		Memory:      docker.Memory,
		Room:        docker.Room,
		List:        docker.List,
		AllVersions: allVersions,
		Ref:         func(v cluster.Version) string { return node.Image{Kubernetes: v}.Ref() },
		Build: func(ctx context.Context, v cluster.Version, force bool) (string, error) {
			return node.Image{Kubernetes: v}.Build(ctx, force)
		},
		PartRef:   node.PartRef,
		BuildPart: node.BuildPart,
		Pull:      node.Pull,
		Push:      node.Push,
		Save:      node.Save,
		Load:      node.Load,
		Prune:     node.Prune,
		Clean:     docker.Clean,
		Diagnose:  docker.Diagnose,
		Probe:     source.Probe,
		Lacks: func(ctx context.Context) (all []docker.Finding) {
			for _, p := range node.Lacks(ctx) {
				all = append(all, docker.Finding{Check: "building", Found: p.What, Fix: p.Fix})
			}
			return all
		},
		Built: func(ctx context.Context, v cluster.Version) (bool, error) {
			return node.Image{Kubernetes: v}.Built(ctx)
		},
	}
}

// images pulls or builds the images that clusters of the given topologies need.
func images(ctx context.Context, all []cluster.Topology) error {
	for _, t := range all {
		if _, err := (node.Image{Kubernetes: t.Kubernetes}).Ensure(ctx); err != nil {
			return err
		}
		if err := node.EnsureParts(ctx, t.Needs()); err != nil {
			return err
		}
	}
	return nil
}

func allVersions(kubernetes cluster.Version) ([]plan.Version, error) {
	all := []plan.Version{{Name: "gherkube", Version: ownVersion()}}
	for _, c := range (node.Image{Kubernetes: kubernetes}).Versions() {
		all = append(all, plan.Version{Name: c.Name, Version: c.Version})
	}
	return all, nil
}
