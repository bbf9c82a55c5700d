package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

const listLong = `List labs: those that come with gherkube (builtin), those in the folders that
GHERKUBE_LABS lists (separated like those of PATH), and those in the folder
"labs" here. With arguments, list the labs that they name, and those in folders.

Labs that share a name are listed by the names that tell them apart:
builtin:NAME, or a path. --output wide adds the domain of the exam, the version
of Kubernetes and the source.`

const listExample = `  gherkube lab list
  GHERKUBE_LABS=~/course/labs gherkube lab list
  gherkube lab list ~/course/labs`

func newLabList(a *app) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use: "list [LAB | FOLDER]...", Aliases: []string{"ls"}, Short: "List labs", Long: listLong, Example: listExample,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := knownOutput(output); err != nil {
				return err
			}
			all, problems := a.listed(args)
			if problems != nil && !input.Is(problems) {
				return problems
			}
			if err := a.print(listOfLabs(all), output); err != nil {
				return err
			}
			return problems
		},
	}
	outputFlag(cmd, &output)
	return cmd
}

// listed is a lab in a list, and where it comes from.
type listed struct {
	*lab.Lab
	name  string // as other commands want it named
	entry library.Entry
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
			all = append(all, listed{read, nameOf(l, e), e})
		}
		errs = append(errs, err)
	}
	return all, input.Merge(errs...)
}

// nameOf returns an argument that names a lab for other commands. Its bare name may
// stand for another lab, or for several, of which some may not be readable.
func nameOf(l *library.Library, e library.Entry) string {
	if found, err := l.Find(e.Name); err == nil && found == e {
		return e.Name
	}
	return e.Place()
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

// labJSON is a lab in the output for programs.
type labJSON struct {
	Name       string `json:"name"` // as other commands want it named
	Title      string `json:"title"`
	Domain     string `json:"domain"`
	Level      string `json:"level"`
	Minutes    int    `json:"minutes"`
	Points     int    `json:"points"`
	Kubernetes string `json:"kubernetes"`
	Source     string `json:"source"` // builtin, or the folder that holds the lab's folder
}

func listOfLabs(all []listed) listing {
	items := []labJSON{}
	text := [][]string{{"LAB", "LEVEL", "MINUTES", "POINTS", "TITLE"}}
	wide := [][]string{{"LAB", "DOMAIN", "LEVEL", "MINUTES", "POINTS", "KUBERNETES", "SOURCE", "TITLE"}}
	for _, l := range all {
		i := labJSON{l.name, l.Title, l.Domain, l.Level, l.Minutes, l.Total(), l.Topology.Cluster().Kubernetes.String(), l.entry.Source}
		minutes, points := strconv.Itoa(i.Minutes), strconv.Itoa(i.Points)
		items = append(items, i)
		text = append(text, []string{i.Name, i.Level, minutes, points, i.Title})
		wide = append(wide, []string{i.Name, i.Domain, i.Level, minutes, points, i.Kubernetes, i.Source, i.Title})
	}
	return listing{text, wide, items}
}
