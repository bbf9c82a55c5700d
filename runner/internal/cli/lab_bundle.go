package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

const bundleLong = `Write the student's part of a lab to a new folder: the task text, and how to
hand in. The folder contains no setup, check, hint or solution.

Publish this folder in a repository that students can read. Grade from the
teacher's repository; labs/ci has recipes for that.`

func newLabBundle(a *app) *cobra.Command {
	var student string
	cmd := &cobra.Command{
		Use: "bundle LAB DIR", Short: "Write the student's part of a lab to a new folder", Long: bundleLong, Args: cobra.ExactArgs(2),
		Example: "  gherkube lab bundle labs/service-selector lab-1-ada --student ada",
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := a.lab(args[0])
			if err != nil {
				return err
			}
			if err := l.Bundle(args[1], student); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.terminal.Stdout, "%s: the text of lab %s, and how to hand in\n", args[1], l.ID)
			return err
		},
	}
	studentFlag(cmd, &student, "student whose variant to write (required if the text differs between students)")
	return cmd
}
