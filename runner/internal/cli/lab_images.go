package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// imageFlag adds the flag --image to a command for labs.
func (a *app) imageFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&a.images, "image", nil, "make this image of the local container engine available to pods, in addition to images: of lab.yaml; can be repeated")
}

// ready prepares the platform for clusters, and checks the images of the labs.
func (a *app) ready(ctx context.Context, labs ...*lab.Lab) error {
	var all []cluster.Topology
	for _, l := range labs {
		all = append(all, l.Topology.Cluster())
	}
	if err := a.platform.Ready(ctx, all, a.tell); err != nil {
		return err
	}
	asked := slices.Clone(a.images)
	for _, l := range labs {
		asked = append(asked, l.Images...)
	}
	for _, ref := range asked {
		if a.platform.HasImage == nil {
			break
		}
		if err := a.platform.HasImage(ctx, ref); err != nil {
			return input.Errorf("image %s: %v", ref, err)
		}
	}
	return nil
}
