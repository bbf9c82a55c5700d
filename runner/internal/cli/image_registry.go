package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/node/source"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
)

const aboutSources = `SOURCE is a registry with a path, such as ghcr.io/course. Below it, images are
named as in the container engine: ghcr.io/course/node:v1.36.3-0123456789ab. The
tag ends with a key of all that the image is made of, so a tag never means two
versions. SOURCE can also be the full name of one image, with its tag or its
digest.

Credentials are those of "docker login" and "podman login". HTTP without TLS is
used with registries on this machine, and with others only if you pass
--plain-http.`

func newImagePull(a *app) *cobra.Command {
	var of wanted
	plainHTTP := false
	cmd := &cobra.Command{
		Use: "pull [SOURCE]", Short: "Pull images from a registry instead of building them",
		Long: `Pull the node image, and with --parts the images of parts, from a registry,
unless they exist.

` + aboutSources + `

An image is checked before the container engine gets it: all that was downloaded
has the digest that the registry announced, or that SOURCE ends with
(@sha256:...), and the image has the key of this version of gherkube. A name
with a digest is the only one that a registry cannot give another image for.

Without SOURCE, and before anything is built, gherkube tries the sources in the
environment variable GHERKUBE_IMAGES, separated by spaces. "gherkube image push"
prints names for it that have digests. "http://" before a source permits HTTP
without TLS. If the variable is not set, gherkube tries the images that its
project has published for this version, which are pinned by their digests;
GHERKUBE_IMAGES=none turns this off. Commands that need an image build it if no
source has it.`,
		Example: "  gherkube image pull ghcr.io/course --kubernetes 1.35 --parts metrics\n" +
			"  export GHERKUBE_IMAGES=ghcr.io/course",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := progress.With(cmd.Context(), a.terminal)
			if len(args) == 0 {
				return a.pullConfigured(ctx, &of)
			}
			from, err := sourceNamed(args[0], plainHTTP)
			if err != nil {
				return err
			}
			if from.Exact() {
				return a.pullExact(ctx, from, &of)
			}
			return a.pullAll(ctx, []source.Source{from}, &of)
		},
	}
	of.flags(cmd, "also pull the images of these parts, separated by commas")
	plainHTTPFlag(cmd, &plainHTTP)
	return cmd
}

func plainHTTPFlag(cmd *cobra.Command, to *bool) {
	cmd.Flags().BoolVar(to, "plain-http", false, "also use HTTP without TLS: others on the network can then read and change what is transferred")
}

func sourceNamed(text string, plainHTTP bool) (source.Source, error) {
	s, err := source.Parse(text)
	if err != nil {
		return s, input.Errorf("%v", err)
	}
	s.PlainHTTP = s.PlainHTTP || plainHTTP
	return s, nil
}

// pullExact pulls the image of a full name, whichever it is.
func (a *app) pullExact(ctx context.Context, from source.Source, of *wanted) error {
	if len(of.kubernetes)+len(of.names) > 0 {
		return input.Errorf("%s is the full name of one image: leave --kubernetes and --parts out, or name a registry and a path", from)
	}
	ref, err := a.platform.Pull(ctx, from, "")
	if err != nil {
		return err
	}
	return a.tellRefs([]string{ref})
}

func (a *app) pullConfigured(ctx context.Context, of *wanted) error {
	all, err := source.Configured()
	if err != nil {
		return input.Errorf("%v", err)
	}
	if len(all) == 0 {
		return input.Errorf("no source of images is known: name one, such as ghcr.io/course, or set %s", source.Variable)
	}
	return a.pullAll(ctx, all, of)
}

// pullAll pulls each image from the first source that has it.
func (a *app) pullAll(ctx context.Context, from []source.Source, of *wanted) error {
	refs, err := of.refs(a)
	if err != nil {
		return err
	}
	for _, ref := range refs {
		if err := a.pullFirst(ctx, from, ref); err != nil {
			return err
		}
	}
	return a.tellRefs(refs)
}

// pullFirst pulls an image from the first source that has it. Its error is that of the last
// one that could have it.
func (a *app) pullFirst(ctx context.Context, from []source.Source, ref string) error {
	err := error(input.Errorf("no source has %s", ref))
	for _, s := range from {
		if s.Reference(ref) == "" {
			continue
		}
		if _, err = a.platform.Pull(ctx, s, ref); err == nil || ctx.Err() != nil {
			return err
		}
	}
	return err
}

func newImagePush(a *app) *cobra.Command {
	var of wanted
	plainHTTP := false
	cmd := &cobra.Command{
		Use: "push SOURCE", Short: "Push images to a registry, for other machines to pull",
		Long: `Push the node image, and with --parts the images of parts, to a registry. Images
that do not exist are pulled or built first. Layers are compressed with zstd.
What is printed are the images' names with their digests, one per line: set
GHERKUBE_IMAGES to them, and other machines pull exactly these images (see
"gherkube image pull").

` + aboutSources,
		Example: "  gherkube image push ghcr.io/course --kubernetes 1.35,1.36 --parts metrics | tee images.txt\n" +
			"  export GHERKUBE_IMAGES=\"$(cat images.txt)\"",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := sourceNamed(args[0], plainHTTP)
			if err != nil {
				return err
			}
			ctx := progress.With(cmd.Context(), a.terminal)
			return a.pushAll(ctx, to, &of)
		},
	}
	of.flags(cmd, "also push the images of these parts, separated by commas")
	plainHTTPFlag(cmd, &plainHTTP)
	return cmd
}

func (a *app) pushAll(ctx context.Context, to source.Source, of *wanted) error {
	wanted, err := of.refs(a)
	if err != nil {
		return err
	}
	if to.Exact() && len(wanted) > 1 {
		return input.Errorf("%s is the full name of one image, and %d are to be pushed: name a registry and a path", to, len(wanted))
	}
	refs, err := a.provide(ctx, of, false)
	if err != nil {
		return err
	}
	for _, ref := range refs {
		name, err := a.platform.Push(ctx, to, ref)
		if err != nil {
			return err
		}
		if err := a.tellRefs([]string{name}); err != nil {
			return err
		}
	}
	return nil
}
