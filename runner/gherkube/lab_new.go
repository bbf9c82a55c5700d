package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/lab"
)

const newLong = `Write a small lab that works into a new folder, to make another of. The lab is
called as its folder.

  lab.yaml         what it is about, its tasks, hints, variables, expected scores
  task.md          what the student reads; task.ko.md may say it in Korean
  setup.feature    makes and breaks
  checks.feature   a scenario for each criterion
  files/           what a student finds in the home folder, if anything
  solution/        what scores all
  right/NAME/      unusual ways to do all that the text asks for: full score
  wrong/NAME/      what students get wrong, and what scores in between

Beside the folder goes lab.schema.json, by which editors know the keys of
lab.yaml, unless it is there.

With --from-killercoda the lab begins with a scenario of Killercoda instead: a
task for each step, with its text. Setup, checks and wrong solutions are for you
to write; lint refuses the lab until they are. The scenario's scripts stand there
as comments: that one of them ends with 0 is no check. Assets become files/. The
names of nodes become gherkube's. What differs, and what is not imported, is
listed.`

const newExample = `  gherkube lab new labs/dns-first
  gherkube lab lint labs/dns-first
  gherkube lab verify labs/dns-first
  gherkube lab new labs/dns-second --from-killercoda scenarios/dns`

func newLabNew(a *app) *cobra.Command {
	var killercoda string
	cmd := &cobra.Command{
		Use: "new FOLDER", Short: "Write a small lab that works, to make another of", Long: newLong, Example: newExample,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("from-killercoda") {
				return a.importLab(args[0], killercoda)
			}
			if err := lab.Create(args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.terminal.Stdout, "%[1]s is a lab that works. Make yours of it:\n"+
				"  what is wrong with it       gherkube lab lint %[1]s\n"+
				"  what a student reads        gherkube lab show %[1]s --student ada\n"+
				"  work on it, and check       gherkube lab start %[1]s\n"+
				"  have it prove its checks    gherkube lab verify %[1]s\n"+
				"  the sentences there are     gherkube steps\n", args[0])
			return err
		},
	}
	cmd.Flags().StringVar(&killercoda, "from-killercoda", "", "begin with this folder, which has an index.json")
	return cmd
}

func (a *app) importLab(dir, killercoda string) error {
	notes, err := lab.Import(dir, killercoda)
	if err != nil {
		return err
	}
	if len(notes) > 0 {
		fmt.Fprintf(a.terminal.Stdout, "What differs from %s, and what is not imported:\n  - %s\n\n", killercoda, strings.Join(notes, "\n  - "))
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "%[1]s is the beginning of a lab.\n"+
		"  what is left to write       gherkube lab lint %[1]s\n"+
		"  the sentences there are     gherkube steps\n", dir)
	return err
}
