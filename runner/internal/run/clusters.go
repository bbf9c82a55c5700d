package run

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// clusters starts the clusters of a run and keeps track of the running ones. With
// keep, closing a cluster is postponed until the next one starts. So the last
// cluster stays for inspection, without filling the memory with earlier ones.
type clusters struct {
	platform Platform
	keep     bool
	named    *borrowed // the cluster of --cluster, or nil
	images   []string  // images for every registry

	mu sync.Mutex
	up []*kept
}

// start implements the pool's Starter.
func (c *clusters) start(ctx context.Context, t cluster.Topology) (cluster.Cluster, error) {
	if c.named != nil && c.named.unfit.Load() && t == c.named.Topology() {
		return nil, verdict.Unseenf("cluster %s was not left as it was found by the scenario before (gherkube cluster list)", c.named.Name())
	}
	if err := c.closeRetired(ctx); err != nil {
		return nil, err
	}
	started, err := c.platform.Start(ctx, t, c.keep)
	if err != nil {
		return nil, verdict.Unseenf("%w", err)
	}
	if err := publish(ctx, started, c.images); err != nil {
		return nil, verdict.Unseenf("%w", errors.Join(err, started.Close(context.WithoutCancel(ctx))))
	}
	k := &kept{Cluster: started, of: c}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.up = append(c.up, k)
	return k, nil
}

// publish pushes images to the registry of a cluster.
func publish(ctx context.Context, to cluster.Cluster, images []string) error {
	for _, ref := range images {
		if err := to.Publish(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

func (c *clusters) closeRetired(ctx context.Context) error {
	var errs []error
	for _, k := range c.takeRetired() {
		errs = append(errs, k.Cluster.Close(ctx))
	}
	return errors.Join(errs...)
}

// takeRetired removes the retired clusters from the list and returns them.
func (c *clusters) takeRetired() []*kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	var retired []*kept
	for _, k := range c.up {
		if k.retired {
			retired = append(retired, k)
		}
	}
	c.up = slices.DeleteFunc(c.up, func(k *kept) bool { return k.retired })
	return retired
}

// names returns the names of the running clusters.
func (c *clusters) names() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var names []string
	for _, k := range c.up {
		names = append(names, k.Name())
	}
	return names
}

// kept is a cluster that this run started.
type kept struct {
	cluster.Cluster
	of      *clusters
	retired bool
}

// Close removes the cluster or, with keep, retires it.
func (k *kept) Close(ctx context.Context) error {
	if k.of.retire(k) {
		return nil
	}
	return k.Cluster.Close(ctx)
}

// retire marks a cluster as removable and returns true. Without keep, it only
// removes the cluster from the list.
func (c *clusters) retire(k *kept) (stays bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.keep {
		k.retired = true
	} else {
		c.up = slices.DeleteFunc(c.up, func(other *kept) bool { return other == k })
	}
	return c.keep
}

// borrowed is a cluster that was up before the run and stays up after it.
type borrowed struct {
	cluster.Cluster
	unfit atomic.Bool
}

// Close leaves the cluster as it is.
func (b *borrowed) Close(context.Context) error {
	b.unfit.Store(true)
	return nil
}
