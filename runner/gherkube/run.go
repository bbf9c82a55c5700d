package main

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/report"
)

const runLong = `Run features on clusters that are started for them, and report.

A path is a feature file, a folder, or FILE:LINE for the scenario, or the row
of an outline, at that line. Without a path it is the folder "features".
Folders named testdata, and those that begin with a dot or an underscore, are
left out unless they are named.

Scenarios tagged @slow are left out unless their tag or their line is asked for.

With --retry, a scenario that fails or is undecided runs again, on a cluster
that is proved to be fit. One that passes then has passed, and every report
tells on which try and what the tries before saw. With --repeat each scenario
runs as often as that whatever it comes to, and verdicts that differ are listed.

With --random the order is drawn from a seed, which the plan and its Repeat
command name: the same seed gives the same order.

With --parallel, scenarios that injure nothing share a cluster, each in a
namespace of its own; those tagged @disruptive have one to themselves, and
those tagged @own-cluster a new one. Reports list all in the plan's order.

The plan is printed first. Everything that happens is kept in a record, from
which "gherkube report" makes any report again. Passed records are kept for 7
days, others for 30, and 1 GiB of them; GHERKUBE_RECORDS="passed=7d failed=30d
size=1GiB" changes that. Those in a folder that --record names always stay.

Exit codes:
  0  all scenarios passed
  1  a scenario failed: the cluster was seen to do otherwise
  2  nothing failed, but something is undecided: it could not be observed, a
     fault did not bite, the run was interrupted; run it again
  3  bad usage or bad input; nothing was touched`

const runExample = `  # All features in the folder features
  gherkube run

  # One scenario, and one row of an outline
  gherkube run features/faults/worker-kubelet-stopped.feature:12
  gherkube run features/faults/control-planes.feature:25

  # By tags: Cucumber's tag expressions
  gherkube run --tags '@004-3 or (@faults and not @slow)'

  # What would be run, with every mistake in the features; needs no cluster
  gherkube run --dry-run

  # For CI: people read standard output, programs read the file
  gherkube run --format progress --format junit:report.xml

  # Scenarios by name, until the first that fails
  gherkube run --name '^A pod' --fail-fast

  # Is it flaky? Ten runs of one scenario
  gherkube run features/faults/worker-kubelet-stopped.feature:12 --repeat 10

  # Does the order matter? Once more with the seed that the plan printed
  gherkube run --random
  gherkube run --random=4711

  # Four scenarios at a time
  gherkube run --parallel 4

  # With an image of your own: features say image "shop:dev"
  gherkube run --image shop:dev features/shop.feature

  # Leave the cluster up with what the scenario made and injected, to look around
  gherkube run features/faults/worker-kubelet-stopped.feature:12 --keep`

func newRun(a *app) *cobra.Command {
	var o runner.Options
	var timings string
	cmd := &cobra.Command{
		Use: "run [FILE[:LINE] | FOLDER]...", Short: "Run features",
		Long: runLong, Example: runExample,
		RunE: func(cmd *cobra.Command, paths []string) (err error) {
			if err := seedApart(paths, o.Seed); err != nil {
				return err
			}
			o.Paths, o.Timings = paths, cluster.Timings(timings)
			o.Platform = a.platform.Platform
			o.Stdout, o.Stderr, o.Color = a.terminal.Stdout, a.terminal.Stderr, a.terminal.Color
			o.Watch, o.Abort = a.terminal.Watch, a.abort
			a.result, err = runner.Run(progress.With(cmd.Context(), a.terminal), o)
			return err
		},
		ValidArgsFunction: completeFeatures,
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Tags, "tags", "", `only scenarios whose tags match, as "@a and not @b"`)
	flags.StringArrayVar(&o.Formats, "format", nil, "pretty, progress, junit, cucumber (JSON) or messages, to standard output or as FORMAT:FILE; can be repeated (default pretty)")
	flags.BoolVar(&o.DryRun, "dry-run", false, "print the plan, or all that is wrong with the features, and end")
	flags.BoolVar(&o.Keep, "keep", false, "leave the clusters up when the run ends, as the last scenario on each left it: its namespace, its objects, and the faults that are still injected")
	flags.StringVar(&o.Name, "name", "", "only scenarios whose name this regular expression matches")
	flags.BoolVar(&o.FailFast, "fail-fast", false, "begin no scenario after one has failed; those under way end")
	flags.Var(countOf(&o.Retry, 0), "retry", "run a scenario that does not pass again, up to this many times")
	flags.Var(countOf(&o.Times, 1), "repeat", "run each scenario this many times, and list verdicts that differ")
	flags.Var((*seed)(&o.Seed), "random", "run the scenarios in random order, drawn from this seed or from a new one")
	flags.Lookup("random").NoOptDefVal = newSeed
	o.Parallel = 1
	flags.Var(countOf(&o.Parallel, 1), "parallel", "run this many scenarios at a time, on this many clusters at most")
	flags.StringVar(&timings, "timings", "", "timings profile in place of what scenarios ask for: fast or upstream")
	flags.StringVar(&o.Cluster, "cluster", "", "run on this cluster, which is up")
	flags.StringArrayVar(&o.Images, "image", nil, "put this image of the local container engine into the clusters' registry, for pods to use; can be repeated")
	flags.StringVar(&o.Record, "record", "", "folder for the record (default one of its own under the user's state folder)")
	completeFlag(cmd, "tags", completeTags)
	completeFlag(cmd, "cluster", a.completeClusters)
	choices(cmd, "format", report.Names()...)
	choices(cmd, "timings", string(cluster.Fast), string(cluster.Upstream))
	return cmd
}
