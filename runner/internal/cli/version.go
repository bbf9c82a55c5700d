package cli

import (
	"runtime"
	"runtime/debug"

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
			var rows [][]string
			for _, v := range versions {
				rows = append(rows, []string{v.Name, v.Version})
			}
			return a.table(append(rows, []string{"go", runtime.Version()}, []string{"node image", a.platform.Ref(kubernetes)}))
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
