package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// newHelp returns the command that shows the help of a command or of a topic. Cobra's own
// shows the help of the command above for what it does not know.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND | TOPIC]...", Short: "Show the help of a command or a topic",
		Long: "Show the help of a command, as --help does, or of a topic. The topic exit-codes\nlists the exit codes.",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
			of, _, err := cmd.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			for _, sub := range of.Commands() {
				if sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
					names = append(names, sub.Name()+"\t"+sub.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownTopic(cmd.Root(), args)
			}
			of.InitDefaultHelpFlag()
			return of.Help()
		},
	}
}

func unknownTopic(root *cobra.Command, args []string) error {
	text := "unknown help topic \"" + strings.Join(args, " ") + "\""
	at := root
	for _, word := range args {
		next, _, err := at.Find([]string{word})
		if err == nil && next != at {
			at = next
			continue
		}
		for _, like := range at.SuggestionsFor(word) {
			text += "\nDid you mean \"" + strings.TrimPrefix(at.CommandPath()+" ", root.Name()+" ") + like + "\"?"
		}
		break
	}
	return input.Errorf("%s\nSee '%s --help'", text, at.CommandPath())
}
