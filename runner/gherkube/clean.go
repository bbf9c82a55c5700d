package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newClean(a *app) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use: "clean", Short: "Remove what runs that were killed left behind",
		Long: `Remove the containers, networks and volumes of gherkube whose process is gone.
What another live process owns is never touched. Clusters that were kept
(gherkube run --keep) stay, unless --all is given.`,
		Example: "  gherkube clean\n  gherkube clean --all",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			removed, err := a.platform.Clean(cmd.Context(), all)
			for _, what := range removed {
				if _, err := fmt.Fprintf(a.terminal.Stdout, "%s removed\n", what); err != nil {
					return err
				}
			}
			if err == nil && len(removed) == 0 {
				_, err = fmt.Fprintln(a.terminal.Stdout, "Nothing to remove.")
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "remove kept clusters too")
	return cmd
}
