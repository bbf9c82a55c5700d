package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"
)

func newClean(a *app) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use: "clean", Short: "Remove what killed runs left behind",
		Long: `Remove gherkube's containers, networks and volumes whose owner process no longer
runs. Resources of running processes, and clusters that they use, are never
touched. Kept clusters (gherkube run --keep) are only removed with --all.`,
		Example: "  gherkube clean\n  gherkube clean --all",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			removed, err := a.platform.Clean(cmd.Context(), all)
			return a.tellRemoved(removed, err)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "remove kept clusters too")
	return cmd
}

// tellRemoved lists what was removed, one line each, even if there was an error.
func (a *app) tellRemoved(removed []string, err error) error {
	text := ""
	for _, what := range removed {
		text += what + " removed\n"
	}
	if text == "" && err == nil {
		text = "Nothing to remove.\n"
	}
	_, writeErr := io.WriteString(a.terminal.Stdout, text)
	return errors.Join(err, writeErr)
}
