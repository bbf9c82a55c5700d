package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
)

func newImage(a *app) *cobra.Command {
	return group("image", "Build, save and load the node image",
		newImageBuild(a), newImageName(a), newImageSave(a), newImageLoad(a), newImagePrune(a))
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
	return &cobra.Command{
		Use: "name", Short: "Print the name of the node image",
		Long: `Print the name of the node image that this version of gherkube uses, whether the
image exists or not. The name changes with the content, so it can serve as a
cache key.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.terminal.Stdout, a.platform.Ref())
			return err
		},
	}
}

func newImageBuild(a *app) *cobra.Command {
	force := false
	cmd := &cobra.Command{
		Use: "build", Short: "Build the node image, unless it exists",
		Long: `Build the node image from the embedded recipe. It contains upstream Kubernetes,
compiled on this machine, and everything else a node needs. The first build takes
minutes; later builds only rebuild what has changed.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ref, err := a.platform.Build(progress.With(cmd.Context(), a.terminal), force)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.terminal.Stdout, ref)
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "reassemble the image even if it exists")
	return cmd
}

func newImageSave(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "save FILE", Short: "Save the node image to a file, or to standard output (-)",
		Example: "  gherkube image save node.tar\n  gherkube image save - | ssh ci gherkube image load -",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := progress.With(cmd.Context(), a.terminal)
			if args[0] == "-" {
				return a.platform.Save(ctx, os.Stdout)
			}
			return replace(args[0], func(w io.Writer) error { return a.platform.Save(ctx, w) })
		},
	}
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
