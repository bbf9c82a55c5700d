package run

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

// Run plans and runs features, and reports on them. When ctx ends, Run cancels the
// current step, reverts faults and removes clusters. Unfinished scenarios are
// undecided. An input.Error means that nothing was changed; any other error, that
// the result is incomplete. Code turns both into an exit code.
func Run(ctx context.Context, o Options) (*Result, error) {
	r := &run{Options: o.complete()}
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	if o.DryRun {
		return &Result{Plan: r.plan}, r.writePlan(terminal.Clean(r.Stdout))
	}
	return r.all(ctx)
}

// writePlan prints the plan. A dry run shows all of it on a terminal, too.
func (r *run) writePlan(w io.Writer) error {
	if r.Terminal {
		return r.plan.WriteScreen(w, r.Width, r.DryRun)
	}
	return r.plan.Write(w)
}

// run is the state of one run.
type run struct {
	Options
	plan     *plan.Plan
	specs    []report.Spec
	clusters *clusters
	kept     []steps.Kept // what scenarios left because of Keep

	model   *model.Run
	views   *report.Set
	viewErr error
	writer  *record.Writer
	live    *live.Follower // nil without UI and Board
	server  *live.Server   // nil without UI
}

// prepare makes the plan, and reports all errors in the input together.
func (r *run) prepare(ctx context.Context) error {
	request := planner.Request{Paths: r.Paths, Tags: r.Tags, Timings: r.Timings, Cluster: r.Cluster, Images: r.Images, Parallel: r.Parallel, Render: r.Render,
		Name: r.Name, Seed: r.Seed, Times: r.Times, Retry: r.Retry, FailFast: r.FailFast, Kubernetes: r.Kubernetes}
	if r.Environment != nil {
		request.Topology = r.Environment.Cluster.Topology()
		request.Checks = r.Environment.Submission != nil
		request.Named = slices.Sorted(maps.Keys(r.Environment.Outputs))
	}
	r.clusters = &clusters{platform: r.Platform, keep: r.Keep, images: r.Images}
	if err := r.attach(ctx, &request); err != nil {
		return err
	}
	if err := r.haveImages(ctx); err != nil {
		return err
	}
	var err, planErr, formatErr error
	r.plan, planErr = planner.Make(request, r.Vocabulary)
	r.specs, formatErr = report.Parse(r.Formats)
	if formatErr == nil && planErr == nil {
		formatErr = r.reportsApart()
	}
	if err := input.Merge(formatErr, planErr); err != nil || r.Platform.Versions == nil {
		return err
	}
	if r.plan.Versions, err = r.Platform.Versions(r.plan.Kubernetes()); err != nil {
		return fmt.Errorf("versions: %w", err)
	}
	return nil
}

// reportsApart returns an input.Error for reports that cannot be written, or that would
// replace a feature or lie in the record.
func (r *run) reportsApart() error {
	kept := []format.Input{{Name: "the record", Path: r.Record}}
	for _, s := range r.plan.Scenarios {
		if i := (format.Input{Name: "feature " + s.File, Path: s.File}); !slices.Contains(kept, i) {
			kept = append(kept, i)
		}
	}
	return input.Merge(format.Check(r.specs), format.Apart(r.specs, kept...))
}

// attach finds the cluster of --cluster, unless the run is dry. The engine has been
// checked before, so an error here means a wrong name.
func (r *run) attach(ctx context.Context, request *planner.Request) error {
	switch {
	case r.Cluster == "" || r.DryRun:
		return nil
	case r.Timings != "":
		return input.Errorf("--timings and --cluster: the timings of a cluster that is up are its own")
	case len(r.Kubernetes) > 0:
		return input.Errorf("--kubernetes and --cluster: the version of a cluster that is up is its own")
	}
	if err := call(ctx, r.Platform.Preflight); err != nil {
		return err
	}
	found, err := r.Platform.Attach(ctx, r.Cluster)
	if err != nil {
		return input.Errorf("--cluster: %v", err)
	}
	if err := admit(found.Name()); err != nil {
		return err
	}
	r.clusters.named = &borrowed{Cluster: found}
	request.Up = found.Topology()
	return nil
}

// haveImages checks whether the engine has the images for pods.
func (r *run) haveImages(ctx context.Context) error {
	if r.DryRun || len(r.Images) == 0 || r.Platform.HasImage == nil {
		return nil
	}
	if err := call(ctx, r.Platform.Preflight); err != nil {
		return err
	}
	var errs []error
	for _, ref := range r.Images {
		if err := r.Platform.HasImage(ctx, ref); err != nil {
			errs = append(errs, input.Errorf("--image %s: %v", ref, err))
		}
	}
	return input.Merge(errs...)
}

// all executes the run from the plan to the closing lines.
func (r *run) all(ctx context.Context) (*Result, error) {
	views, err := report.Open(r.specs, r.Stdout, report.Style{Color: r.Color, Width: r.Width, Height: r.Height, Record: r.recordDir})
	if err != nil {
		return nil, err
	}
	r.views = views
	if err := r.writePlan(r.people()); err != nil {
		return nil, errors.Join(err, views.Discard())
	}
	if err := r.listenAt(); err != nil {
		return nil, errors.Join(err, views.Discard())
	}
	if err := r.openRecord(); err != nil {
		return nil, errors.Join(err, views.Discard(), r.endPage())
	}
	ctx, unwatch, err := r.show(ctx)
	if err != nil {
		return nil, errors.Join(err, views.Discard())
	}
	reason := r.execute(ctx)
	unwatch()
	r.writer.Append(r.redact(record.Event{Type: record.RunFinished, Text: reason}))
	err = r.writer.Close()
	r.model.End()
	err = errors.Join(err, record.Conclude(r.writer.Dir(), r.model.Verdict()))
	return &Result{Plan: r.plan, Run: r.model, Record: r.writer.Dir()}, errors.Join(err, r.report())
}

// recordDir returns the folder of the record, once it is open.
func (r *run) recordDir() string {
	if r.writer == nil {
		return r.Record
	}
	return r.writer.Dir()
}

func (r *run) openRecord() error {
	kept := r.plan
	if r.Redact != nil {
		kept = redactPlan(kept, r.Redact())
	}
	r.model = model.Begin(kept)
	if r.UI || r.Board != nil {
		r.live = live.Follow(kept)
	}
	dir := r.Record
	if dir == "" {
		var removed record.Removed
		var err error
		if dir, removed, err = record.New(record.Store()); err != nil {
			return err
		}
		if said := removed.String(); said != "" {
			r.tell("%s", said)
		}
	}
	writer, err := record.Create(dir, kept, r.listen)
	r.writer = writer
	return err
}

// listen is called for every recorded event, so that the views show exactly what
// the record contains.
func (r *run) listen(e record.Event) {
	if r.live != nil {
		r.live.Add(e)
	}
	if finished := r.model.Add(e); finished != nil {
		r.viewErr = errors.Join(r.viewErr, r.views.Finished(finished))
	}
}

// report finishes the reports and writes the closing lines last.
func (r *run) report() error {
	err := errors.Join(r.viewErr, r.views.End(r.model), r.views.Close(), r.keepPage())
	r.tell("Record: %s", r.writer.Dir())
	return errors.Join(err, report.Closing(r.people(), r.model), r.endPage())
}

// people returns the writer for messages to people.
func (r *run) people() io.Writer { return report.People(r.specs, r.Stdout, r.Stderr) }

// tell writes a line to people. It ignores errors, since they are no reason to
// stop.
func (r *run) tell(format string, args ...any) {
	_, _ = fmt.Fprintf(r.Stderr, format+"\n", args...)
}

// pool returns the pool of the run: the caller's, or a new one.
func (r *run) pool() *cluster.Pool {
	if r.Pool != nil {
		return r.Pool
	}
	var up []cluster.Cluster
	if r.clusters.named != nil {
		up = append(up, r.clusters.named)
	}
	pool := cluster.NewPool(r.clusters.start, up...)
	pool.Max = max(leastClusters, r.Parallel)
	return pool
}

// leastClusters is the minimum limit of running clusters: one in use, and one that
// waits for the next scenario with its topology.
const leastClusters = 2
