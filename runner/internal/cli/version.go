package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func newVersion(a *app) *cobra.Command {
	var kubernetes cluster.Version
	cmd := &cobra.Command{
		Use: "version", Short: "Show the versions of gherkube and of all node components",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			versions, err := a.platform.AllVersions(kubernetes)
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 2, ' ', 0)
			for _, v := range versions {
				fmt.Fprintf(table, "%s\t%s\n", v.Name, v.Version)
			}
			fmt.Fprintf(table, "go\t%s\nnode image\t%s\n", runtime.Version(), a.platform.Ref(kubernetes))
			return table.Flush()
		},
	}
	kubernetesFlag(cmd, &kubernetes, "version of Kubernetes of the node image")
	return cmd
}

const modulePath = "github.com/gherkube/gherkube"

// ownVersion returns the version of gherkube in this program, from the build
// information. The main module may be another one that adds sentences.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == modulePath && m.Version != "" {
			return m.Version
		}
	}
	return "(devel)"
}
