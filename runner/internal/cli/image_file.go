package cli

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
)

func newImageSave(a *app) *cobra.Command {
	var of wanted
	cmd := &cobra.Command{
		Use: "save FILE", Short: "Save images to a file, or to standard output (-)",
		Long: `Save the node image, and with --parts the images of parts, to one file for
"gherkube image load". The file is a tar archive in the form of "docker save",
compressed with zstd. Images that do not exist are pulled or built first.`,
		Example: "  gherkube image save images.tar.zst\n  gherkube image save images.tar.zst --kubernetes 1.35,1.36 --parts metrics\n" +
			"  gherkube image save - | ssh ci gherkube image load -",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := progress.With(cmd.Context(), a.terminal)
			refs, err := a.provide(ctx, &of, false)
			if err != nil {
				return err
			}
			if args[0] == "-" {
				return a.platform.Save(ctx, refs, os.Stdout)
			}
			return replace(args[0], func(w io.Writer) error { return a.platform.Save(ctx, refs, w) })
		},
	}
	of.flags(cmd, "also save the images of these parts, separated by commas")
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
		Use: "load FILE", Short: "Load images from a file, or from standard input (-)",
		Long: `Load the images that "gherkube image save" wrote, and print their names. Files
may be compressed with zstd or gzip, or not at all.`,
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
			refs, err := a.platform.Load(progress.With(cmd.Context(), a.terminal), source)
			if err != nil {
				return err
			}
			return a.tellRefs(refs)
		},
	}
}
