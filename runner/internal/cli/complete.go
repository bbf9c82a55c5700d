package cli

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/run"
)

// completionTime limits how long completion may block the shell.
const completionTime = 2 * time.Second

// completeClusters completes the names of running clusters.
func (a *app) completeClusters(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(cmd.Context(), completionTime)
	defer cancel()
	all, err := a.platform.List(ctx)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, c := range all {
		names = append(names, c.Name+"\t"+c.Topology.String())
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeFlag completes a flag with f.
func completeFlag(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // the flag does not exist: a bug in gherkube
	}
}

// completeFeatures completes feature files and, after a colon, the lines of their
// scenarios.
func (a *app) completeFeatures(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	file, _, colon := strings.Cut(begun, ".feature:")
	if !colon {
		return []string{"feature"}, cobra.ShellCompDirectiveFilterFileExt
	}
	p, err := run.Lint(a.vocabulary(), []string{file + ".feature"})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var lines []string
	for _, s := range p.Scenarios {
		lines = append(lines, s.Place()+"\t"+s.Name)
	}
	return lines, cobra.ShellCompDirectiveNoFileComp
}

// completeTags completes the last word of a tag expression with the tags of the
// named features.
func (a *app) completeTags(_ *cobra.Command, paths []string, begun string) ([]string, cobra.ShellCompDirective) {
	p, err := run.Lint(a.vocabulary(), paths)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	before := begun[:strings.LastIndexAny(begun, " (")+1]
	var found []string
	for _, s := range p.Scenarios {
		for _, tag := range s.Tags {
			found = append(found, before+tag)
		}
	}
	slices.Sort(found)
	return slices.Compact(found), cobra.ShellCompDirectiveNoFileComp
}
