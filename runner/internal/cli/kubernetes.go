package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// kubernetesFlag adds the flag --kubernetes, a version, to a command.
func kubernetesFlag(cmd *cobra.Command, to *cluster.Version, usage string) {
	cmd.Flags().Var((*version)(to), "kubernetes", usage+": "+versionNames(", "))
	choices(cmd, "kubernetes", strings.Fields(versionNames(" "))...)
}

// kubernetesListFlag adds the flag --kubernetes, a list of versions, to a command.
func kubernetesListFlag(cmd *cobra.Command, to *[]cluster.Version, usage string) {
	cmd.Flags().Var((*versions)(to), "kubernetes", usage+": "+versionNames(", "))
	choices(cmd, "kubernetes", strings.Fields(versionNames(" "))...)
}

func versionNames(separator string) string { return (*versions)(&cluster.Versions).join(separator) }

type version cluster.Version

var _ pflag.Value = (*version)(nil)

func (v *version) String() string { return cluster.Version(*v).String() }
func (v *version) Type() string   { return "version" }
func (v *version) Set(text string) error {
	found, err := cluster.VersionOf(text)
	*v = version(found)
	return err
}

type versions []cluster.Version

var _ pflag.Value = (*versions)(nil)

func (v *versions) String() string { return v.join(",") }
func (v *versions) Type() string   { return "versions" }
func (v *versions) join(separator string) string {
	var names []string
	for _, each := range *v {
		names = append(names, each.String())
	}
	return strings.Join(names, separator)
}

func (v *versions) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		var one version
		if err := one.Set(strings.TrimSpace(name)); err != nil {
			return err
		}
		*v = append(*v, cluster.Version(one))
	}
	return nil
}
