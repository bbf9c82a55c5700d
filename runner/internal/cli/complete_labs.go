package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
)

// completeRest completes arguments and flags of all commands that define no
// completion themselves: labs, names of running labs, nodes, and files.
func completeRest(a *app, root *cobra.Command) {
	for path, f := range map[string]cobra.CompletionFunc{
		"lab list": a.completeLabs, "lab show": a.completeLabs, "lab start": a.completeLabs, "lab lint": a.completeLabs, "lab verify": a.completeLabs, "lab bundle": a.completeLabs, "grade": a.completeLabs,
		"lab shell": a.completeLive, "lab check": a.completeLive, "lab hint": a.completeLive, "lab resume": a.completeLive, "lab reset": a.completeLive, "lab stop": a.completeLive,
		"report": completeFiles, "regrade": completeFiles, "coverage": completeFiles, "image save": completeFiles, "image load": completeFiles, "lab new": completeFiles,
	} {
		cmd, _, err := root.Find(strings.Fields(path))
		if err != nil {
			panic(err) // the command does not exist: a bug in gherkube
		}
		cmd.ValidArgsFunction = f
	}
	completeFlags(a, root)
}

// completeFlags completes the flags of a command and its subcommands.
func completeFlags(a *app, cmd *cobra.Command) {
	for _, name := range []string{"record", "resume", "submission", "submissions", "policy", "roster", "from-killercoda", "markdown", "editor", "behaviours", "features", "negative"} {
		if cmd.Flags().Lookup(name) != nil {
			completeFlag(cmd, name, completeFiles)
		}
	}
	if cmd.Flags().Lookup("node") != nil {
		completeFlag(cmd, "node", a.completeNodes)
	}
	for _, below := range cmd.Commands() {
		completeFlags(a, below)
	}
}

func completeFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// completeLabs completes the names of labs and, once a path is typed, folders of labs.
func (a *app) completeLabs(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	if library.IsPath(begun) {
		return completeLabFolders(begun)
	}
	entries, _ := a.library().All() // what can be found is better than nothing
	var all []string
	for _, e := range entries {
		if !slices.Contains(all, e.Name) {
			all = append(all, e.Name)
		}
	}
	folders, _ := completeLabFolders(begun)
	return append(all, folders...), cobra.ShellCompDirectiveDefault // files, if no name matches
}

// completeLabFolders completes folders of labs below the typed folder, or below labs.
func completeLabFolders(begun string) ([]string, cobra.ShellCompDirective) {
	parent := filepath.Dir(begun)
	if begun == "" {
		parent = library.Here
	}
	found, _ := filepath.Glob(filepath.Join(parent, "*", lab.DocumentFile))
	var all []string
	for _, document := range found {
		all = append(all, filepath.ToSlash(filepath.Dir(document)))
	}
	if len(all) == 0 {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// completeLive completes running labs, by the names of their clusters.
func (a *app) completeLive(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(cmd.Context(), completionTime)
	defer cancel()
	clusters, err := a.platform.List(ctx)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, c := range clusters {
		if grading.IsLive(c.Name) {
			names = append(names, c.Name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeNodes completes the nodes of the named cluster.
func (a *app) completeNodes(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(cmd.Context(), completionTime)
	defer cancel()
	clusters, err := a.platform.List(ctx)
	if err != nil || len(args) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, c := range clusters {
		if c.Name == args[0] {
			names = c.Topology.Nodes()
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
