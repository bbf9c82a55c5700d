package cli

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// studentFlag adds --student. Its value is the id that variants are drawn for.
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

// versions are those of what grades: records keep them.
func (a *app) versions() score.Versions {
	all := score.Versions{}
	if a.platform.Versions != nil {
		known, err := a.platform.Versions()
		if err == nil {
			for _, v := range known {
				all[v.Name] = v.Version
			}
		}
	}
	if a.platform.Ref != nil {
		all["node image"] = a.platform.Ref()
	}
	return all
}
