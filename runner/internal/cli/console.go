package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/console"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/event"
)

const consoleLong = `Type sentences and see their verdicts at once.

The console is one scenario with its own namespace, on a cluster that is up
(--cluster) or on a new one, which it removes at the end. Each sentence is
checked as "gherkube lint" would check it below the sentences before it, then it
runs. It needs no Given, When, Then or And. A sentence that did not pass is no
part of the scenario.

A claim without the words that say when is judged as it is now:

  pod "web" is Running

What happens while you type counts for "within" and "until", but the time that
they give begins when you press Enter. "for" and "never within" look at what
comes after that.

Tab completes sentences, the names of nodes, and between quotes the names of
objects. A sentence that needs a text or a table asks for its lines. Commands
begin with a colon:

  :help               list the commands
  :steps WORD...      list the sentences that have these words
  :watch CLAIM        print each change of a claim, until Ctrl-C
  :undo               revert the last fault, and wait for recovery
  :save FILE          write what was typed as a feature
  :quit               end the console; so does Ctrl-D

Ctrl-C clears the line that is being typed. While a sentence runs, Ctrl-C ends
the sentence, which is then undecided. Twice in a row, Ctrl-C ends the console:
faults are reverted, the namespace is deleted, and the cluster is verified or
removed.

Sentences that disrupt the cluster need --disruptive: the console then keeps
other scenarios off the cluster until it ends.

If standard input is not a terminal, the console reads a sentence per line, and
ignores empty lines and lines that begin with #. A text stands between two lines
of """ below its sentence, as in a feature. The exit code is then that of the
worst verdict:
  0  all passed
  1  one failed
  2  none failed, but one is undecided
  3  a line is no sentence, or none that fits here`

const consoleExample = `  # On a cluster that is up
  gherkube cluster up --name dev
  gherkube console --cluster dev

  dev> I create pod "web" with image "nginx"
  passed  10ms
  dev> within 30s pod "web" is Running
  passed  1.1s
  dev> :save web.feature

  # With faults, on a new cluster with one worker
  gherkube console --disruptive --workers 1

  # In a script
  echo 'node worker-1 is Ready' | gherkube console --cluster dev`

func newConsole(a *app) *cobra.Command {
	o, timings, disruptive := run.Options{}, "", false
	t := cluster.Default
	cmd := &cobra.Command{
		Use: "console", Short: "Type sentences and see their verdicts at once",
		Long: consoleLong, Example: consoleExample, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, flag := range []string{"workers", "control-planes", "timings"} {
				if o.Cluster != "" && cmd.Flags().Changed(flag) {
					return input.Errorf("--%s and --cluster: a cluster that is up has its own topology", flag)
				}
			}
			t.Timings = cluster.Timings(timings)
			talk := run.Conversation{Topology: t, Isolation: cluster.Shared}
			if disruptive {
				talk.Isolation = cluster.Disruptive
			}
			return a.converse(progress.With(cmd.Context(), a.terminal), o, talk, cmd.InOrStdin())
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Cluster, "cluster", "", "use this existing cluster")
	flags.BoolVar(&disruptive, "disruptive", false, "allow sentences that disrupt the cluster, and keep other scenarios off it")
	flags.Var(countOf(&t.ControlPlanes, 1), "control-planes", "number of control-plane nodes of a new cluster, 1 or 3")
	flags.Var(countOf(&t.Workers, 1), "workers", "number of worker nodes of a new cluster, at least 1")
	flags.StringVar(&timings, "timings", string(t.Timings), "timings profile of a new cluster: fast or upstream")
	flags.StringArrayVar(&o.Images, "image", nil, "make this image of the local container engine available to pods; can be repeated")
	completeFlag(cmd, "cluster", a.completeClusters)
	choices(cmd, "timings", string(cluster.Fast), string(cluster.Upstream))
	return cmd
}

// converse runs the console for a terminal or a file.
func (a *app) converse(ctx context.Context, o run.Options, talk run.Conversation, in io.Reader) error {
	o.Platform, o.Stderr, o.Watch, o.Abort = a.platform.Platform, a.terminal.Stderr, a.terminal.Watch, a.abort
	talk.Vocabulary, talk.OnEvent = a.vocabulary(), a.tellEvent
	var result console.Result
	typed := typedAt(in)
	talk.Talk = func(ctx context.Context, s *steps.Interactive) (err error) {
		at := console.Options{
			Engine: s, Topology: s.Cluster().Topology(), Cluster: o.Cluster, Isolation: talk.Isolation, Images: o.Images,
		}
		if typed {
			a.welcome(s)
			result, err = a.editing(ctx, at)
			return err
		}
		at.Lines = console.FromFile(in)
		at.Interruptible = func(ctx context.Context) (context.Context, func()) { return ctx, func() {} }
		result, err = a.serve(ctx, at)
		return err
	}
	if err := run.Converse(ctx, o, talk); err != nil {
		return err
	}
	if code := consoleCode(result); code != run.CodePassed && !typed {
		return passedOn(code)
	}
	return nil
}

// typedAt reports whether a user types at a terminal.
func typedAt(in io.Reader) bool {
	file, ok := in.(*os.File)
	if !ok || !isTerminal(file) || !isTerminal(os.Stdout) || os.Getenv("TERM") == "dumb" {
		return false
	}
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	return err == nil && width > 0
}

// editing runs the console with the line editor.
func (a *app) editing(ctx context.Context, o console.Options) (result console.Result, err error) {
	o.Index = nearest.New(a.vocabulary().All(), a.vocabulary().Match)
	editor := console.NewEditor(console.Completer{Index: o.Index, Nodes: o.Topology.Nodes(), Names: o.Engine.Names})
	defer func() { err = errors.Join(err, editor.Close()) }()
	o.Lines, o.Interruptible, o.Watch = editor, a.interruptibleAlone, a.terminal.Watch
	return a.serve(ctx, o)
}

func (a *app) serve(ctx context.Context, o console.Options) (console.Result, error) {
	o.Vocabulary, o.Out, o.Color = a.vocabulary(), a.terminal.Stdout, a.terminal.Color
	o.Prompt = "gherkube> "
	if o.Cluster != "" {
		o.Prompt = o.Cluster + "> "
	}
	o.Steps = func(words []string) error {
		found := a.about(words)
		if len(found) == 0 {
			return input.Errorf("%s", a.unsaid(words))
		}
		also, err := languageOf("", words)
		if err != nil {
			return err
		}
		return list(a, found, also)
	}
	return console.Serve(ctx, o)
}

// welcome prints the cluster and the commands for it.
func (a *app) welcome(s *steps.Interactive) {
	name := s.Cluster().Name()
	_, _ = fmt.Fprintf(a.terminal.Stdout, `Cluster %s: %s
  kubectl --kubeconfig %s --namespace %s get all
Type sentences. :help lists the commands, Tab completes, Ctrl-D ends the console.
`, name, s.Cluster().Topology(), cluster.KubeconfigPath(name), s.Namespace())
}

// tellEvent prints receipts of faults and failures of the cleanup.
func (a *app) tellEvent(e event.Event) {
	switch e.Kind {
	case event.Receipt:
		_, _ = fmt.Fprintf(a.terminal.Stdout, "  %s\n", e.Text)
	case event.Cleaned, event.Left:
		a.tell("%s", strings.TrimRight(e.Text, "\n"))
	}
}

// consoleCode returns the exit code of a result.
func consoleCode(r console.Result) int {
	switch {
	case r.Invalid:
		return run.CodeInput
	case r.Verdict == verdict.Failed:
		return run.CodeFailed
	case r.Verdict == verdict.Undecided:
		return run.CodeUndecided
	}
	return run.CodePassed
}
