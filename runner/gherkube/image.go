package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/input"
)

func newImage(a *app) *cobra.Command {
	return group("image", "Build the image that nodes run, or carry it elsewhere",
		newImageBuild(a), newImageName(a), newImageSave(a), newImageLoad(a), newImagePrune(a))
}

func newImagePrune(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "prune", Short: "Remove node images of other versions that no container uses",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			removed, err := a.platform.Prune(cmd.Context())
			return a.tellRemoved(removed, err)
		},
	}
}

func newImageName(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "name", Short: "Tell the name of the node image, which is another when anything in it is",
		Long: `Tell the name of the node image that this program works with, whether it is there
or not. It is another when anything in the image is: a key for caches.`,
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
		Use: "build", Short: "Build the node image, if it is not there",
		Long: `Build the node image from the recipe in this program: upstream Kubernetes and
what a node needs, compiled on this machine. The first time takes minutes; after
that only what has changed is built.`,
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
	cmd.Flags().BoolVar(&force, "force", false, "put the image together again even if it is there")
	return cmd
}

func newImageSave(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "save FILE", Short: "Write the node image to a file, or to - for standard output",
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

// replace writes a file so that it is there whole or not at all.
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
		Use: "load FILE", Short: "Read the node image from a file, or from - for standard input",
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
