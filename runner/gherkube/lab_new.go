package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/lab"
)

func newLabNew(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "new FOLDER", Short: "Write a small lab that works, to make another of",
		Example: "  gherkube lab new labs/dns-first\n  gherkube lab lint labs/dns-first\n  gherkube lab verify labs/dns-first",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := lab.Create(args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.terminal.Stdout, "%[1]s is a lab that works. Make yours of it:\n"+
				"  what is wrong with it       gherkube lab lint %[1]s\n"+
				"  have it prove its checks    gherkube lab verify %[1]s\n"+
				"  the sentences there are     gherkube steps\n", args[0])
			return err
		},
	}
}
