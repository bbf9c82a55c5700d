package cli

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// studentFlag adds the flag --student, the ID that selects a variant.
func studentFlag(cmd *cobra.Command, to *string, usage string) {
	cmd.Flags().Var((*studentID)(to), "student", usage)
}

type studentID string

func (s *studentID) String() string { return string(*s) }
func (s *studentID) Type() string   { return "string" }
func (s *studentID) Set(text string) error {
	*s = studentID(lab.StudentID(text))
	return nil
}

// versions returns the versions of the components that grade a lab, for records.
func (a *app) versions(l *lab.Lab) score.Versions {
	all := score.Versions{}
	kubernetes := l.Topology.Cluster().Kubernetes
	if a.platform.Versions != nil {
		known, err := a.platform.Versions([]cluster.Version{kubernetes})
		if err == nil {
			for _, v := range known {
				all[v.Name] = v.Version
			}
		}
	}
	if a.platform.Ref != nil {
		all["node image"] = a.platform.Ref(kubernetes)
	}
	return all
}
