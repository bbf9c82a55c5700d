package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/lab"
)

const bundleLong = `Write what a student gets of a lab into a new folder: the text of the task, and how
to hand in. Nothing else of the lab is in it: no setup, check, hint or solution.

It is what goes into a repository that students can read; grading is done from the
teacher's repository (labs/ci has the recipes).`

func newLabBundle(a *app) *cobra.Command {
	var student string
	cmd := &cobra.Command{
		Use: "bundle LAB DIR", Short: "Write what a student gets of a lab", Long: bundleLong, Args: cobra.ExactArgs(2),
		Example: "  gherkube lab bundle labs/service-selector lab-1-ada --student ada",
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := lab.Load(args[0], runner.Steps{})
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
	studentFlag(cmd, &student, "whose variant (needed where the text differs from student to student)")
	return cmd
}
