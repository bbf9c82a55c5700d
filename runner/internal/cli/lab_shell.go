package cli

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

func newLabShell(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "shell [NAME] [-- COMMAND...]", Short: "Open a shell at the workstation of a running lab",
		Long: `Open a shell at the workstation of a running lab. The workstation has kubectl, ssh
to the nodes, an editor, and the text of the lab.

A command after "--" runs instead of the shell.`,
		Example: "  gherkube lab shell\n  gherkube lab shell service-selector -- kubectl get pods",
		RunE: func(cmd *cobra.Command, args []string) error {
			at := cmd.ArgsLenAtDash()
			if at < 0 {
				at = len(args)
			}
			return a.labShell(cmd.Context(), args[:at], args[at:], cmd.InOrStdin())
		},
	}
}

func (a *app) labShell(ctx context.Context, name, command []string, stdin io.Reader) error {
	_, env, err := a.environment(ctx, name, nil)
	if err != nil {
		return err
	}
	if len(command) == 0 {
		command = []string{"bash", "--login"}
	}
	run := cluster.Command{Args: command, Stdin: stdin, Stdout: terminal.Raw(a.terminal.Stdout), Stderr: terminal.Raw(a.terminal.Stderr)}
	if file, ok := stdin.(*os.File); ok && isTerminal(file) && isTerminal(os.Stdout) {
		sizes, restore, err := raw(file)
		if err != nil {
			return err
		}
		defer restore()
		run.Sizes = sizes
	}
	code, err := env.Workstation.Shell(ctx, run)
	if err == nil && code != 0 {
		return passedOn(code)
	}
	return err
}
