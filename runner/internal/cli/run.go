package cli

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const runLong = `Run features on new clusters and report the results.

A path is a feature file, a folder, or FILE:LINE. FILE:LINE selects the
scenario, or the row of an outline, at that line. The default path is
"features". Folders that are named testdata, or begin with a dot or an
underscore, are skipped unless you name them. Scenarios tagged @slow are skipped
unless you select their tag or their line.

--retry runs a scenario again if it fails or is undecided, after checking that
the cluster is healthy. If a later try passes, the scenario has passed; reports
then show the earlier tries too. --repeat runs each scenario N times, whatever
the verdict, and lists differing verdicts.

--random draws the order from a seed. The plan and its Repeat command show the
seed; the same seed gives the same order.

With --parallel, non-disruptive scenarios share a cluster, each in its own
namespace. Scenarios tagged @disruptive get a cluster to themselves, and those
tagged @own-cluster a new one. Reports list scenarios in the order of the plan.

--ui prints a link to the report of this run, which grows while the run goes on
and has a button that ends it in order. The link works on this machine only and
contains a secret. The server ends with the run; an open page stays complete,
and the report is saved as report.html in the folder of the record.

The run prints its plan first, and writes all events to a record. "gherkube
report" creates any report from a record. Records of passed runs are kept for 7
days and others for 30, up to 1 GiB in total. To change these limits, set
GHERKUBE_RECORDS="passed=7d failed=30d size=1GiB". Records in a folder given
with --record are never removed.

Exit codes:
  0  all scenarios passed
  1  a scenario failed: the cluster did not behave as expected
  2  no scenario failed, but one is undecided: the cluster could not be
     observed, a fault did not take effect, or the run was interrupted; run
     again
  3  invalid usage or input; nothing was changed`

const runExample = `  # Run all features in the folder "features"
  gherkube run

  # Run one scenario, or one row of an outline
  gherkube run features/faults/worker-kubelet-stopped.feature:12
  gherkube run features/faults/control-planes.feature:25

  # Select scenarios by Cucumber tag expressions
  gherkube run --tags '@004-3 or (@faults and not @slow)'

  # Print the plan, or all errors in the features; needs no cluster
  gherkube run --dry-run

  # In CI, show progress on standard output and write a JUnit file
  gherkube run --format progress --format junit:report.xml

  # Select scenarios by name, and stop after the first failure
  gherkube run --name '^A pod' --fail-fast

  # Run one scenario ten times to see whether it is flaky
  gherkube run features/faults/worker-kubelet-stopped.feature:12 --repeat 10

  # Run in random order, and once more with the seed that the plan printed
  gherkube run --random
  gherkube run --random=4711

  # Run four scenarios at a time
  gherkube run --parallel 4

  # Run on two versions of Kubernetes, and see what differs
  gherkube run --kubernetes 1.35,1.36

  # Watch the run in a browser; the page is saved beside the record
  gherkube run --ui

  # Make your image available to pods: features use image "shop:dev"
  gherkube run --image shop:dev

  # Leave the cluster up, with the scenario's objects and injected faults
  gherkube run features/faults/worker-kubelet-stopped.feature:12 --keep`

func newRun(a *app) *cobra.Command {
	var o run.Options
	var timings string
	var ui uiFlag
	cmd := &cobra.Command{
		Use: "run [FILE[:LINE] | FOLDER]...", Short: "Run features",
		Long: runLong, Example: runExample,
		RunE: func(cmd *cobra.Command, paths []string) (err error) {
			if err := seedApart(paths, o.Seed); err != nil {
				return err
			}
			o.Paths, o.Timings = paths, cluster.Timings(timings)
			o.Platform, o.Vocabulary = a.platform.Platform, a.vocabulary()
			o.Stdout, o.Stderr, o.Color, o.Terminal = a.terminal.Stdout, a.terminal.Stderr, a.terminal.Color, a.terminal.Screen
			o.Width, o.Height = a.terminal.Size()
			o.Watch, o.Board, o.Abort, o.End = a.terminal.Watch, a.terminal.Board(), a.abort, a.endFromPage
			o.UI, o.UIPort = ui.on, ui.port
			a.result, err = run.Run(progress.With(cmd.Context(), a.terminal), o)
			return err
		},
		ValidArgsFunction: a.completeFeatures,
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Tags, "tags", "", `only run scenarios that match this tag expression, such as "@a and not @b"`)
	flags.StringArrayVar(&o.Formats, "format", nil, "report format: pretty, progress, junit, html, cucumber (JSON) or messages; FORMAT:FILE writes to a file; can be repeated (default pretty)")
	flags.BoolVar(&o.DryRun, "dry-run", false, "print the plan, or all errors in the features, and exit")
	flags.BoolVar(&o.Keep, "keep", false, "leave the clusters up after the run, with the namespace, objects and injected faults of the last scenario on each")
	flags.StringVar(&o.Name, "name", "", "only run scenarios whose name matches this regular expression")
	flags.BoolVar(&o.FailFast, "fail-fast", false, "start no more scenarios after a failure; running ones finish")
	flags.Var(countOf(&o.Retry, 0), "retry", "retry a scenario that does not pass up to N times")
	flags.Var(countOf(&o.Times, 1), "repeat", "run each scenario N times and list differing verdicts")
	flags.Var((*seed)(&o.Seed), "random", "run scenarios in random order, from this seed or a new one")
	flags.Lookup("random").NoOptDefVal = newSeed
	o.Parallel = 1
	flags.Var(countOf(&o.Parallel, 1), "parallel", "run up to N scenarios at a time, on at most N clusters")
	flags.StringVar(&timings, "timings", "", "timings profile, overriding the scenarios: fast or upstream")
	kubernetesListFlag(cmd, &o.Kubernetes, "version of Kubernetes for scenarios that name none; of several, separated by commas, each scenario runs on each (default the newest)")
	flags.StringVar(&o.Cluster, "cluster", "", "run on this existing cluster")
	flags.StringArrayVar(&o.Images, "image", nil, "make this image of the local container engine available to pods; can be repeated")
	flags.Var(&ui, "ui", "serve the report while the run goes on, on this machine only, at this port or any; the link is on standard error")
	flags.Lookup("ui").NoOptDefVal = anyPort
	flags.StringVar(&o.Record, "record", "", "folder for the record (default a new folder under the user's state folder)")
	completeFlag(cmd, "tags", a.completeTags)
	completeFlag(cmd, "cluster", a.completeClusters)
	choices(cmd, "format", report.Names()...)
	choices(cmd, "timings", string(cluster.Fast), string(cluster.Upstream))
	return cmd
}
