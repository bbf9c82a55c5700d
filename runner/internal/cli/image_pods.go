package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

func newImagePods(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "pods", Short: "List the images that pods can pull",
		Long: `List the images that pods can pull, with their tags. Every cluster has a
registry with them, which stands in for docker.io and all other registries.
--image of "gherkube run" and "gherkube cluster up", and images: in lab.yaml,
add others from the local container engine.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			rows := [][]string{{"IMAGE", "TAGS", "WHAT IT IS"}}
			for _, image := range inventory.PodImages() {
				rows = append(rows, []string{image.Name, strings.Join(image.Tags, " "), image.Meaning})
			}
			return a.table(rows)
		},
	}
}
