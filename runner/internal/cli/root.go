package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// Command returns the command with all its subcommands, for those that describe it. It is not
// to be executed.
func Command() *cobra.Command {
	root := newRoot(&app{terminal: terminal.Plain(io.Discard, io.Discard)})
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	return root
}
