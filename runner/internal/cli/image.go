package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps"
)

func newImage(a *app) *cobra.Command {
	return group("image", "Build, pull, push, save and load images of nodes and parts",
		newImageBuild(a), newImagePull(a), newImagePush(a), newImageName(a), newImagePods(a),
		newImageSave(a), newImageLoad(a), newImagePrune(a))
}

func newImagePrune(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "prune", Short: "Remove unused node images of other versions",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			removed, err := a.platform.Prune(cmd.Context())
			return a.tellRemoved(removed, err)
		},
	}
}

func newImageName(a *app) *cobra.Command {
	var of wanted
	cmd := &cobra.Command{
		Use: "name", Short: "Print the names of images",
		Long: `Print the name of the node image, and with --parts of the images of parts, that
this version of gherkube uses, whether the images exist or not. A name changes
with the content, so it can serve as a cache key.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			refs, err := of.refs(a)
			if err != nil {
				return err
			}
			return a.tellRefs(refs)
		},
	}
	of.flags(cmd, "also print the names of the images of these parts, separated by commas")
	return cmd
}

// wanted are the images that a command is about: node images and images of parts.
type wanted struct {
	kubernetes []cluster.Version
	names      []string // of parts
}

func (w *wanted) flags(cmd *cobra.Command, parts string) {
	kubernetesListFlag(cmd, &w.kubernetes, "versions of Kubernetes, separated by commas (default the newest)")
	partsFlag(cmd, &w.names, parts)
}

// parts returns the parts whose images are wanted, and sets the default version. Simulated nodes
// have an image, too, though a cluster has them by their number.
func (w *wanted) parts() ([]cluster.Part, error) {
	names := slices.DeleteFunc(slices.Clone(w.names), func(name string) bool { return name == string(cluster.SimulatedNodes) })
	parts, err := steps.PartsNamed(names)
	if err != nil {
		return nil, input.Errorf("--parts: %v", err)
	}
	if len(w.kubernetes) == 0 {
		w.kubernetes = []cluster.Version{{}}
	}
	needs := parts.Needs()
	if len(names) < len(w.names) {
		needs = append(needs, cluster.SimulatedNodes)
	}
	return needs, nil
}

// refs returns the names of the images in the container engine.
func (w *wanted) refs(a *app) (refs []string, err error) {
	parts, err := w.parts()
	if err != nil {
		return nil, err
	}
	for _, v := range w.kubernetes {
		refs = append(refs, a.platform.Ref(v))
	}
	for _, part := range parts {
		ref, err := a.platform.PartRef(part)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

func newImageBuild(a *app) *cobra.Command {
	force := false
	var of wanted
	cmd := &cobra.Command{
		Use: "build", Short: "Pull or build the node image, unless it exists",
		Long: `Provide the node image. If a source of images has it (see "gherkube image
pull"), it is pulled. Otherwise it is built from the embedded recipe. It
contains upstream Kubernetes, compiled on this machine, and everything else a
node needs. The first build takes minutes; later builds only rebuild what has
changed.

With --kubernetes, provide the image of another version of Kubernetes, or of
several. They share all but Kubernetes itself.

With --parts, provide the images of a cluster's parts as well. Commands that
start a cluster pull or build those that it needs, so this only saves them the
time.`,
		Example: "  gherkube image build\n  gherkube image build --parts metrics,storage\n  gherkube image build --kubernetes 1.35,1.36",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			refs, err := a.provide(progress.With(cmd.Context(), a.terminal), &of, force)
			if err != nil {
				return err
			}
			return a.tellRefs(refs)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "reassemble the images even if they exist; pull none")
	of.flags(cmd, "also provide the images of these parts, separated by commas")
	return cmd
}

// provide pulls or builds images, and returns their names.
func (a *app) provide(ctx context.Context, of *wanted, force bool) (refs []string, err error) {
	parts, err := of.parts()
	if err != nil {
		return nil, err
	}
	for _, v := range of.kubernetes {
		ref, err := a.platform.Build(ctx, v, force)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	for _, part := range parts {
		ref, err := a.platform.BuildPart(ctx, part, force)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

func (a *app) tellRefs(refs []string) error {
	_, err := fmt.Fprintln(a.terminal.Stdout, strings.Join(refs, "\n"))
	return err
}
