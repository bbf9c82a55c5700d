package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps"
)

func newImage(a *app) *cobra.Command {
	return group("image", "Build, save and load the node image",
		newImageBuild(a), newImageName(a), newImagePods(a), newImageSave(a), newImageLoad(a), newImagePrune(a))
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
	var kubernetes cluster.Version
	cmd := &cobra.Command{
		Use: "name", Short: "Print the name of the node image",
		Long: `Print the name of the node image that this version of gherkube uses, whether the
image exists or not. The name changes with the content, so it can serve as a
cache key.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.terminal.Stdout, a.platform.Ref(kubernetes))
			return err
		},
	}
	kubernetesFlag(cmd, &kubernetes, "version of Kubernetes of the image")
	return cmd
}

func newImageBuild(a *app) *cobra.Command {
	force := false
	var names []string
	var kubernetes []cluster.Version
	cmd := &cobra.Command{
		Use: "build", Short: "Build the node image, unless it exists",
		Long: `Build the node image from the embedded recipe. It contains upstream Kubernetes,
compiled on this machine, and everything else a node needs. The first build takes
minutes; later builds only rebuild what has changed.

With --kubernetes, build the image of another version of Kubernetes, or of several.
They share all but Kubernetes itself.

With --parts, build the images of a cluster's parts as well. Commands that start a
cluster build those that it needs, so this only saves them the time.`,
		Example: "  gherkube image build\n  gherkube image build --parts metrics,storage\n  gherkube image build --kubernetes 1.35,1.36",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			parts, err := steps.PartsNamed(names)
			if err != nil {
				return input.Errorf("--parts: %v", err)
			}
			if len(kubernetes) == 0 {
				kubernetes = []cluster.Version{{}}
			}
			return a.build(progress.With(cmd.Context(), a.terminal), kubernetes, parts, force)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "reassemble the images even if they exist")
	kubernetesListFlag(cmd, &kubernetes, "versions of Kubernetes, separated by commas (default the newest)")
	partsFlag(cmd, &names, "also build the images of these parts, separated by commas")
	return cmd
}

// build builds node images and the images of parts, and prints their names.
func (a *app) build(ctx context.Context, kubernetes []cluster.Version, parts cluster.Parts, force bool) error {
	var refs []string
	for _, v := range kubernetes {
		ref, err := a.platform.Build(ctx, v, force)
		if err != nil {
			return err
		}
		refs = append(refs, ref)
	}
	for _, part := range parts.Needs() {
		ref, err := a.platform.BuildPart(ctx, part, force)
		if err != nil {
			return err
		}
		refs = append(refs, ref)
	}
	_, err := fmt.Fprintln(a.terminal.Stdout, strings.Join(refs, "\n"))
	return err
}

func newImageSave(a *app) *cobra.Command {
	var kubernetes cluster.Version
	cmd := &cobra.Command{
		Use: "save FILE", Short: "Save the node image to a file, or to standard output (-)",
		Example: "  gherkube image save node.tar\n  gherkube image save - | ssh ci gherkube image load -",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := progress.With(cmd.Context(), a.terminal)
			if args[0] == "-" {
				return a.platform.Save(ctx, kubernetes, os.Stdout)
			}
			return replace(args[0], func(w io.Writer) error { return a.platform.Save(ctx, kubernetes, w) })
		},
	}
	kubernetesFlag(cmd, &kubernetes, "version of Kubernetes of the image")
	return cmd
}

// replace replaces a file atomically.
func replace(path string, write func(io.Writer) error) (err error) {
	unfinished := path + ".part"
	file, err := os.Create(unfinished)
	if err != nil {
		return input.Errorf("%v", err)
	}
	err = errors.Join(write(file), file.Close())
	if err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	return os.Rename(unfinished, path)
}

func newImageLoad(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "load FILE", Short: "Load the node image from a file, or from standard input (-)",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			source := os.Stdin
			if args[0] != "-" {
				source, err = os.Open(args[0])
				if err != nil {
					return input.Errorf("%v", err)
				}
				defer func() { err = errors.Join(err, source.Close()) }()
			}
			ref, err := a.platform.Load(progress.With(cmd.Context(), a.terminal), source)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.terminal.Stdout, ref)
			return err
		},
	}
}
