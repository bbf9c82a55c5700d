package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"
)

// completionTime is how long a shell may wait for what it completes with.
const completionTime = 2 * time.Second

// completeClusters offers the names of the clusters that are up.
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

// completeFlag completes a flag with what f offers.
func completeFlag(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // the flag does not exist: a mistake in this program
	}
}

// completeFeatures offers feature files.
func completeFeatures(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"feature"}, cobra.ShellCompDirectiveFilterFileExt
}
