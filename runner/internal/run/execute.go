package run

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/execution"
	"github.com/gherkube/gherkube/runner/internal/record"
)

const (
	// closingTime limits the removal of the clusters.
	closingTime = 2 * time.Minute
	// abortTime limits it after the second interruption.
	abortTime = 20 * time.Second
)

// execute runs the plan on its platform. It returns why the plan was not completed,
// or "".
func (r *run) execute(ctx context.Context) (reason string) {
	if r.Pool == nil && r.Cluster == "" && r.Environment == nil {
		if err := r.Platform.Ready(ctx, r.topologies(), r.tell); err != nil {
			return interruption(ctx, err).Error()
		}
	}
	if r.clusters.named != nil {
		if err := publish(ctx, r.clusters.named, r.Images); err != nil {
			return interruption(ctx, err).Error()
		}
	}
	pool := r.pool()
	err := r.orAbort(ctx, pool, func() error { return r.onPool(ctx, pool) })
	err = errors.Join(err, r.letGo(pool), r.writer.Err())
	if err != nil {
		return err.Error()
	}
	return ""
}

// topologies returns the topologies of all clusters in the plan.
func (r *run) topologies() (all []cluster.Topology) {
	for _, s := range r.plan.Scenarios {
		if !slices.Contains(all, s.Topology) {
			all = append(all, s.Topology)
		}
	}
	return all
}

func (r *run) onPool(ctx context.Context, pool *cluster.Pool) error {
	x := &execution.Execution{
		Plan: r.plan, Binder: r.Vocabulary, Append: r.writer.Append, Watch: r.Watch,
		Pool: pool, Timings: r.timings(), Parallel: r.Parallel, Environment: r.Environment, Keep: r.Keep,
		Stays: r.clusters.named != nil, Quiet: r.Board != nil,
	}
	if r.Redact != nil {
		x.Redact = r.redact
	} else if r.live != nil { // a page that is open would have Redact query the cluster again and again
		x.OnBegin = r.live.Began
	}
	defer func() { r.kept = x.Kept() }()
	return x.Run(ctx)
}

// redact removes secrets from an event before it is recorded.
func (r *run) redact(e record.Event) record.Event {
	if r.Redact == nil || e.Text == "" && len(e.Data) == 0 {
		return e
	}
	return e.Redacted(r.Redact())
}

// timings returns the timings profile that overrides those of the scenarios, as in
// the plan.
func (r *run) timings() cluster.Timings {
	if r.clusters.named != nil {
		return r.clusters.named.Topology().Timings
	}
	return r.Timings
}

// orAbort waits for work to return. On abort, it removes the clusters at once and
// abandons work.
func (r *run) orAbort(ctx context.Context, pool *cluster.Pool, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-r.Abort:
	}
	if r.Pool != nil || r.Keep {
		return errors.New("aborted: the clusters stay")
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), abortTime)
	defer cancel()
	return errors.Join(errors.New("aborted: the clusters were removed at once"), pool.Close(ctx))
}

// letGo closes the pool if it belongs to the run, or reports what is kept.
func (r *run) letGo(pool *cluster.Pool) error {
	if r.Pool != nil {
		return nil
	}
	if r.Keep {
		r.tellKept()
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), closingTime)
	defer cancel()
	if err := pool.Close(ctx); err != nil {
		return fmt.Errorf("removing the clusters: %w (gherkube clean removes what is left)", err)
	}
	return nil
}

// interruption returns why the context ended, or err if it did not.
func interruption(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}
