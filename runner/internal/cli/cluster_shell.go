package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const shellLong = `Open a shell on a node of a running cluster, by default the control plane.
There, kubectl has administrator rights and shell completion.

A command after "--" runs instead of the shell. The exit code is that of the
shell or the command. It is also 2 if gherkube could not run it.`

const shellExample = `  gherkube cluster shell dev
  gherkube cluster shell dev --node worker-1
  gherkube cluster shell dev -- kubectl get pods -A`

func newClusterShell(a *app) *cobra.Command {
	var node string
	cmd := &cobra.Command{
		Use: "shell NAME [-- COMMAND...]", Short: "Open a shell on a cluster, or run a command there",
		Long: shellLong, Example: shellExample, Args: cobra.MinimumNArgs(1),
		ValidArgsFunction: a.completeClusters,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.shell(cmd.Context(), args[0], node, args[1:], cmd.InOrStdin())
		},
	}
	cmd.Flags().StringVar(&node, "node", "", "node to open the shell on (default the first control-plane node)")
	return cmd
}

// passedOn is the exit code of a command that ran on the cluster or workstation.
type passedOn int

func (c passedOn) Error() string { return fmt.Sprintf("it ended with code %d", int(c)) }

func (a *app) shell(ctx context.Context, name, node string, command []string, stdin io.Reader) error {
	n, err := a.nodeOf(ctx, name, node)
	if err != nil {
		return input.Errorf("%v", err)
	}
	run := cluster.Command{Args: onNode(n, command), Stdin: stdin, Stdout: terminal.Raw(a.terminal.Stdout), Stderr: terminal.Raw(a.terminal.Stderr)}
	if file, ok := stdin.(*os.File); ok && isTerminal(file) && isTerminal(os.Stdout) {
		sizes, restore, err := raw(file)
		if err != nil {
			return err
		}
		defer restore()
		run.Sizes = sizes
	}
	code, err := n.Exec(ctx, run)
	if err == nil && code != 0 {
		return passedOn(code)
	}
	return err
}

func (a *app) nodeOf(ctx context.Context, name, node string) (cluster.Node, error) {
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return nil, err
	}
	n := c.Nodes()[0]
	if node != "" {
		if n, err = c.Node(node); err != nil {
			return nil, err
		}
	}
	return n, poweredOn(ctx, name, n)
}

// poweredOn rejects a node that is off, with the command that powers it on.
func poweredOn(ctx context.Context, name string, n cluster.Node) error {
	state, err := n.State(ctx)
	if err == nil && state != cluster.Running {
		err = fmt.Errorf("%s of cluster %s is %s; to power on all nodes: %s", n.Name(), name, state, startsAgain(name))
	}
	return err
}

// onNode returns the command line for a root login with a command or a shell. Only
// a control-plane node has kubeadm's administrator kubeconfig.
func onNode(n cluster.Node, command []string) []string {
	args := []string{"env", "--chdir=/root", "HOME=/root", "TERM=" + os.Getenv("TERM")}
	if n.Role() == cluster.ControlPlane {
		args = append(args, "KUBECONFIG=/etc/kubernetes/admin.conf")
	}
	if len(command) == 0 {
		command = []string{"bash", "--login"}
	}
	return append(args, command...)
}

func isTerminal(file *os.File) bool { return term.IsTerminal(int(file.Fd())) }

// raw switches a terminal to raw mode, so that keys are passed on as typed, and
// sends changes of the terminal's size. restore restores the old mode.
func raw(file *os.File) (sizes <-chan cluster.Size, restore func(), err error) {
	fd := int(file.Fd())
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, nil, fmt.Errorf("the terminal: %w", err)
	}
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, syscall.SIGWINCH)
	told, done := make(chan cluster.Size), make(chan struct{})
	go func() {
		for {
			if width, height, err := term.GetSize(fd); err == nil {
				select {
				case told <- cluster.Size{Width: uint(width), Height: uint(height)}:
				case <-done:
					return
				}
			}
			select {
			case <-resized:
			case <-done:
				return
			}
		}
	}()
	return told, func() {
		signal.Stop(resized)
		close(done)
		_ = term.Restore(fd, before)
	}, nil
}
