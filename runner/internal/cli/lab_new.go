package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/lab/create"
)

const newLong = `Create a small working lab in a new folder. The lab is named after the folder.

  lab.yaml         the lab's data: tasks, hints, variables, expected scores
  task.md          the text for the student; task.ko.md is optional, in Korean
  setup.feature    creates objects and breaks the cluster
  checks.feature   one scenario per criterion
  files/           optional: files for the student's home folder
  solution/        a submission with full score
  right/NAME/      unusual submissions that do everything the text asks for
  wrong/NAME/      realistic wrong submissions, with a score in between

The command also writes lab.schema.json next to the folder, unless it exists.
It gives editors the keys of lab.yaml.

With --from-killercoda, the lab starts from a Killercoda scenario: one task per
step, with its text. Assets go to files/, and node names become those of
gherkube. You write setup, checks and wrong submissions; lint rejects the lab
until they are there. The scenario's scripts are kept as comments, since an exit
code of 0 is not a check. The command lists all differences and omissions.`

const newExample = `  # Create a lab, check it for errors, and test its checks
  gherkube lab new labs/dns-first
  gherkube lab lint labs/dns-first
  gherkube lab verify labs/dns-first

  # Start from a Killercoda scenario
  gherkube lab new labs/dns-second --from-killercoda scenarios/dns`

func newLabNew(a *app) *cobra.Command {
	var killercoda string
	cmd := &cobra.Command{
		Use: "new FOLDER", Short: "Create a small working lab to start from", Long: newLong, Example: newExample,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("from-killercoda") {
				return a.importLab(args[0], killercoda)
			}
			if err := create.Lab(args[0]); err != nil {
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
	cmd.Flags().StringVar(&killercoda, "from-killercoda", "", "start from the Killercoda scenario in this folder (which contains index.json)")
	return cmd
}

func (a *app) importLab(dir, killercoda string) error {
	notes, err := create.FromKillercoda(dir, killercoda)
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
