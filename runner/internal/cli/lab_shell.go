package cli

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab/sheet"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const labShellLong = `Open a shell at the workstation of a running lab. The workstation has kubectl,
ssh to the nodes, an editor, and the text of the lab. The shell begins with the
text.

In the shell, there are these commands:
  task [N]           show the text, or that of task N
  check              check the lab, as "gherkube lab check" does
  hint TASK [--yes]  show the next hint, as "gherkube lab hint" does
  time               show how much of the lab's time has passed

A command after "--" runs instead of the shell.`

func newLabShell(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "shell [NAME] [-- COMMAND...]", Short: "Open a shell at the workstation of a running lab",
		Long:    labShellLong,
		Example: "  gherkube lab shell\n  gherkube lab shell service-selector -- kubectl get pods",
		RunE: func(cmd *cobra.Command, args []string) error {
			at := cmd.ArgsLenAtDash()
			if at < 0 {
				at = len(args)
			}
			return a.labShell(cmd.Context(), args[:at], args[at:], cmd.InOrStdin(), lang)
		},
	}
	languageFlag(cmd, &lang)
	return cmd
}

func (a *app) labShell(ctx context.Context, name, command []string, stdin io.Reader, lang string) error {
	live, env, err := a.environment(ctx, name, nil)
	if err != nil {
		return err
	}
	run := cluster.Command{Args: command, Stdin: stdin, Stdout: terminal.Raw(a.terminal.Stdout), Stderr: terminal.Raw(a.terminal.Stderr)}
	file, ok := stdin.(*os.File)
	screen := ok && isTerminal(file) && isTerminal(os.Stdout)
	if len(command) == 0 {
		run.Args = []string{"bash", "--login"}
		variables, end := a.answering(ctx, live, env.Workstation, lang)
		defer end()
		run.Env = append(run.Env, variables...)
		if screen {
			if err := a.greet(live, env, lang); err != nil {
				return err
			}
		}
	}
	if screen {
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

// answering answers the commands of a shell at a workstation until end is called, and
// returns the shell's environment variables. Without the commands, the shell is still of
// use.
func (a *app) answering(ctx context.Context, live *grading.Live, w *workstation.Workstation, lang string) (variables []string, end func()) {
	if os.Getenv("NO_COLOR") != "" {
		variables = append(variables, "NO_COLOR=1")
	}
	relay, err := w.OpenRelay(ctx)
	if err != nil {
		a.tell("task, check, hint and time do not work in this shell: %v", err)
		return variables, func() {}
	}
	return append(variables, workstation.RelayVariable+"="+relay.Folder), a.serveShell(ctx, relay, live.Cluster, lang)
}

// greet shows the text of a lab, and the commands of its shell.
func (a *app) greet(live *grading.Live, env *grading.Environment, lang string) error {
	s := sheet.Sheet{Lab: env.Lab, Student: live.Student, Language: lang}
	if err := a.showTask(s, 0); err != nil {
		return err
	}
	_, err := io.WriteString(a.terminal.Stdout, "\n"+s.Commands()+"\n")
	return err
}
