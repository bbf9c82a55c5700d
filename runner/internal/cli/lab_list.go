package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

const listLong = `List labs: those that come with gherkube (builtin), those in the folders that
GHERKUBE_LABS lists (separated like those of PATH), and those in the folder "labs"
here. With arguments, list the labs that they name, and those in folders.`

const listExample = `  gherkube lab list
  GHERKUBE_LABS=~/course/labs gherkube lab list
  gherkube lab list ~/course/labs`

func newLabList(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "list [LAB | FOLDER]...", Aliases: []string{"ls"}, Short: "List labs", Long: listLong, Example: listExample,
		RunE: func(_ *cobra.Command, args []string) error {
			all, problems := a.listed(args)
			if err := tellLabs(a.terminal.Stdout, all); err != nil {
				return err
			}
			return problems
		},
	}
}

// listed is a lab in a list, and where it comes from.
type listed struct {
	*lab.Lab
	source string
}

// listed returns the labs that can be read, and the problems of the others.
func (a *app) listed(args []string) (all []listed, err error) {
	l := a.library()
	entries, err := l.All()
	if len(args) > 0 {
		entries, err = a.entries(args)
	}
	errs := []error{err}
	for _, e := range entries {
		dir, err := l.Folder(e)
		if err != nil {
			return nil, err
		}
		read, err := reader.Load(dir, a.vocabulary())
		if err == nil {
			all = append(all, listed{read, e.Source})
		}
		errs = append(errs, err)
	}
	return all, input.Merge(errs...)
}

// entries returns the labs that arguments name.
func (a *app) entries(args []string) (all []library.Entry, err error) {
	l := a.library()
	for _, arg := range args {
		if e, err := l.Find(arg); err == nil && !library.IsPath(arg) {
			all = append(all, e)
			continue
		}
		dirs, err := a.labFolders([]string{arg})
		if err != nil {
			return nil, err
		}
		for _, dir := range dirs {
			all = append(all, library.OfFolder(dir))
		}
	}
	return all, nil
}

func tellLabs(to io.Writer, all []listed) error {
	table := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "LAB\tDOMAIN\tLEVEL\tMINUTES\tPOINTS\tKUBERNETES\tSOURCE\tTITLE\n")
	for _, l := range all {
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%d\t%s\t%s\t%s\n",
			l.ID, l.Domain, l.Level, l.Minutes, l.Total(), l.Topology.Cluster().Kubernetes, l.source, l.Title)
	}
	return table.Flush()
}
