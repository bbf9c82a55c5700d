package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node/source"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

// app is the shared state of the commands.
type app struct {
	terminal *terminal.Terminal
	platform platform
	begun    bool           // a command has started; errors before that are usage errors
	result   *run.Result    // the result of a run
	images   []string       // values of --image
	abort    chan struct{}  // closed by the second interruption
	signals  chan os.Signal // interruptions
	held     atomic.Int32   // what an interruption has to clean up: a holding
	// alone ends what the next interruption ends in place of the command; nil: nothing.
	alone atomic.Pointer[context.CancelCauseFunc]
}

// platform is the commands' access to this machine, as functions so that tests can
// replace it.
type platform struct {
	run.Platform
	// Vocabulary is the vocabulary of features; nil means gherkube's own.
	Vocabulary *steps.Vocabulary
	// Up starts a cluster that outlives this process.
	Up func(ctx context.Context, t cluster.Topology, name string) (cluster.Cluster, error)
	// Stop powers a cluster off; Resume powers it on again. Settle waits until it is as
	// healthy as before, except for known ailments, and CaughtUp until its components act
	// on changes. Remove removes it in any state.
	Stop, Resume, Remove func(ctx context.Context, name string) error
	Settle               func(ctx context.Context, c cluster.Cluster, known []string) error
	CaughtUp             func(context.Context, cluster.Cluster) error
	// Memory returns the bytes of memory that a cluster uses.
	Memory func(ctx context.Context, name string) (int64, error)
	// Room returns the number of clusters for which there is memory, if known.
	Room        func(ctx context.Context, t cluster.Topology) (clusters int, ok bool)
	List        func(context.Context) ([]docker.Info, error)
	AllVersions func(cluster.Version) ([]plan.Version, error)
	Ref         func(cluster.Version) string // the node image's name
	Build       func(ctx context.Context, v cluster.Version, force bool) (ref string, err error)
	PartRef     func(cluster.Part) (string, error) // the name of a part's image
	BuildPart   func(ctx context.Context, part cluster.Part, force bool) (ref string, err error)
	Pull        func(ctx context.Context, from source.Source, ref string) (pulled string, err error)
	Push        func(ctx context.Context, to source.Source, ref string) (name string, err error)
	Save        func(ctx context.Context, refs []string, w io.Writer) error
	Load        func(ctx context.Context, r io.Reader) (refs []string, err error)
	Prune       func(ctx context.Context) (removed []string, err error)
	Clean       func(ctx context.Context, all bool) (removed []string, err error)
	// Diagnose looks at what this machine has for clusters, and Lacks for building images.
	Diagnose func(context.Context) []docker.Finding
	Lacks    func(context.Context) []docker.Finding
	// Probe asks a source whether it has an image by its name there.
	Probe func(ctx context.Context, ref string, plainHTTP bool) error
	Built func(context.Context, cluster.Version) (bool, error)
}

// vocabulary returns the vocabulary of features.
func (a *app) vocabulary() *steps.Vocabulary {
	if a.platform.Vocabulary == nil {
		a.platform.Vocabulary = &steps.Vocabulary{}
	}
	return a.platform.Vocabulary
}

const introduction = `Test Kubernetes clusters with Gherkin features.

gherkube runs features on real clusters whose nodes are containers on this
machine, and injects the faults that the features describe. It also sets up and
grades CKA-style labs.`

const firstSteps = `  # Build the node image (once), then run all features
  gherkube image build
  gherkube run features/

  # Print the plan, or all errors in the features (needs no Docker)
  gherkube run features/ --dry-run

  # Start a cluster, and run single scenarios on it while you write features
  gherkube cluster up --name dev
  gherkube run features/faults/worker-kubelet-stopped.feature:12 --cluster dev

  # List the steps about the kubelet
  gherkube steps kubelet`

func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use: "gherkube", Short: "Test Kubernetes clusters with Gherkin features",
		Long: introduction, Example: firstSteps,
		SilenceErrors: true, SilenceUsage: true,
		Args: knownCommand, RunE: help, SuggestionsMinimumDistance: 2,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { a.begun = true },
	}
	root.Version = ownVersion()
	root.SetVersionTemplate("gherkube {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	root.AddCommand(newRun(a), newConsole(a), newReport(a), newShow(a), newLint(a), newFmt(a), newLSP(a), newCoverage(a), newSteps(a), newCluster(a), newImage(a), newLab(a), newGrade(a), newRegrade(a), newClean(a), newDoctor(a), newVersion(a), newExitCodes())
	root.SetHelpCommand(newHelp())
	nameArguments(root)
	completeRest(a, root)
	if width := a.terminal.Width(); width > 0 {
		root.SetUsageTemplate(wrappedUsage(root.UsageTemplate(), width))
	}
	return root
}

// wrappedUsage returns a template of cobra's that wraps flags to a width.
func wrappedUsage(template string, width int) string {
	return strings.ReplaceAll(template, ".FlagUsages ", fmt.Sprintf(".FlagUsagesWrapped %d ", width))
}

func help(cmd *cobra.Command, _ []string) error { return cmd.Help() }

// knownCommand rejects unknown commands and suggests similar ones.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	text := fmt.Sprintf("unknown command %q for %q", args[0], cmd.CommandPath())
	for _, like := range cmd.SuggestionsFor(args[0]) {
		text += fmt.Sprintf("\nDid you mean %q?", like)
	}
	return input.Errorf("%s", text)
}

// group returns a command that only has subcommands.
func group(use, short string, commands ...*cobra.Command) *cobra.Command {
	g := &cobra.Command{Use: use, Short: short, Args: knownCommand, RunE: help, SuggestionsMinimumDistance: 2}
	g.AddCommand(commands...)
	return g
}

// choices completes a flag that has fixed values.
func choices(cmd *cobra.Command, flag string, values ...string) {
	completeFlag(cmd, flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
