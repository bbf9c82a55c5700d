package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

// podImages says what the images for pods are. Their tags are in the inventory.
var podImages = map[string]string{
	"nginx":                            "a web server on port 80; with a shell, curl and procps; two versions, for rollouts",
	"busybox":                          "a shell and small programs",
	"gherkube/client":                  "what servers are tried with: curl, dig, openssl, nc, ip, ping, jq; with bash",
	"victoriametrics/victoria-metrics": "an add-on with a web page, on port 8428",
}

func newImagePods(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "pods", Short: "List the images that pods can pull",
		Long: `List the images that pods can pull, with their tags. Every cluster has a registry
with them, which stands in for docker.io and all other registries. --image of
"gherkube run" and "gherkube cluster up", and images: in lab.yaml, add others from
the local container engine.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 3, ' ', 0)
			fmt.Fprintln(table, "IMAGE\tTAGS\tWHAT IT IS")
			var repositories []string
			tags := map[string][]string{}
			for _, ref := range inventory.Images() {
				repository, tag, _ := strings.Cut(ref, ":")
				if len(tags[repository]) == 0 {
					repositories = append(repositories, repository)
				}
				tags[repository] = append(tags[repository], tag)
			}
			for _, repository := range repositories {
				fmt.Fprintf(table, "%s\t%s\t%s\n", repository, strings.Join(tags[repository], " "), podImages[repository])
			}
			return table.Flush()
		},
	}
}
