package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
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

// onVersions sets the version of Kubernetes of labs, if one is given.
func onVersions(all []*lab.Lab, kubernetes []cluster.Version) ([]*lab.Lab, error) {
	if len(kubernetes) > 1 {
		return nil, input.Errorf("--kubernetes: a lab runs on one version at a time")
	}
	for _, v := range kubernetes {
		for _, l := range all {
			l.Topology.Kubernetes = v.String()
			if err := l.Topology.Cluster().Validate(); err != nil {
				return nil, input.Errorf("--kubernetes %s: %v", v, err)
			}
		}
	}
	return all, nil
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
