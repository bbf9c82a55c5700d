package scenario

import (
	"context"
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Sessions are the connections to clusters that scenarios share. Suites that borrow
// clusters from one pool share them too. The zero value works.
type Sessions struct {
	mu   sync.Mutex
	open map[cluster.Cluster]*opening
	kept parkings // what ended scenarios left and must be cleaned up
}

// opening is a session, from the moment that a scenario begins to open it.
type opening struct {
	done    chan struct{} // closed when the fields below are set
	session *session
	err     error
}

// of returns the session of a cluster that the caller has taken from the pool.
// Concurrent callers wait for the first one, which opens the session.
func (all *Sessions) of(ctx context.Context, pool *cluster.Pool, c cluster.Cluster) (*session, error) {
	o, first := all.enter(c)
	if first {
		o.session, o.err = openSession(ctx, c)
		if o.err != nil {
			all.leave(c)
		}
		close(o.done)
		pool.BeforeClose(c, func(ctx context.Context) { all.forget(ctx, c) })
	}
	select {
	case <-o.done:
		return o.session, o.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// on returns the session of a cluster outside any pool. Faults that an earlier run left
// in such a cluster stay: they were left on purpose.
func (all *Sessions) on(ctx context.Context, c cluster.Cluster) (*session, error) {
	o, first := all.enter(c)
	if first {
		o.session, o.err = connect(ctx, c)
		if o.err != nil {
			all.leave(c)
		}
		close(o.done)
	}
	select {
	case <-o.done:
		return o.session, o.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (all *Sessions) enter(c cluster.Cluster) (o *opening, first bool) {
	all.mu.Lock()
	defer all.mu.Unlock()
	if o, found := all.open[c]; found {
		return o, false
	}
	if all.open == nil {
		all.open = map[cluster.Cluster]*opening{}
	}
	o = &opening{done: make(chan struct{})}
	all.open[c] = o
	return o, true
}

func (all *Sessions) leave(c cluster.Cluster) *opening {
	all.mu.Lock()
	defer all.mu.Unlock()
	o := all.open[c]
	delete(all.open, c)
	return o
}

// forget closes the session of a cluster, if it has one, after everything that ended
// scenarios left there is gone.
func (all *Sessions) forget(ctx context.Context, c cluster.Cluster) {
	if s := all.opened(c); s != nil {
		_ = s.departures.await(ctx) // the scenario that left something has reported it
	}
	all.discard(c)
}

// discard closes the session of a cluster, if it has one, without waiting.
func (all *Sessions) discard(c cluster.Cluster) {
	if o := all.leave(c); o != nil {
		o.close()
	}
}

// vacant waits until nothing is left of the scenarios that ended on a cluster.
func (all *Sessions) vacant(ctx context.Context, c cluster.Cluster) error {
	if s := all.opened(c); s != nil {
		return s.departures.await(ctx)
	}
	return nil
}

// opened returns the session of a cluster if it is open.
func (all *Sessions) opened(c cluster.Cluster) *session {
	all.mu.Lock()
	defer all.mu.Unlock()
	if o := all.open[c]; o != nil {
		return o.opened()
	}
	return nil
}

// Kept returns what scenarios kept, sorted by cluster, and within a cluster in the
// order in which the scenarios ended.
func (all *Sessions) Kept() []Kept { return all.kept.kept() }

// Going lists the namespaces of ended scenarios that still exist, each with its
// cluster.
func (all *Sessions) Going() []string {
	var names []string
	for _, d := range all.departures() {
		select {
		case <-d.gone:
		default:
			names = append(names, d.namespace+" on cluster "+d.cluster)
		}
	}
	slices.Sort(names)
	return names
}

// Settle waits until everything that ended scenarios left in the clusters is gone, or
// is known to stay. After ctx ends, it waits only for scenarios with exclusive
// clusters, because those clusters are in quarantine until they are verified.
func (all *Sessions) Settle(ctx context.Context) {
	for _, d := range all.departures() {
		patience := ctx
		if d.isolation != cluster.Shared {
			patience = uncancelled(ctx)
		}
		select {
		case <-d.gone:
		case <-patience.Done():
		}
	}
}

// SettleAlone waits only for scenarios with exclusive clusters. The next scenario that
// needs a clean cluster waits for the others.
func (all *Sessions) SettleAlone() {
	ended, end := context.WithCancel(context.Background())
	end()
	all.Settle(ended)
}

func (all *Sessions) departures() []*departure {
	all.mu.Lock()
	defer all.mu.Unlock()
	var found []*departure
	for _, o := range all.open {
		if s := o.opened(); s != nil {
			found = append(found, s.departures.list()...)
		}
	}
	return found
}

// Close closes all sessions; the clusters stay.
func (all *Sessions) Close() {
	all.mu.Lock()
	defer all.mu.Unlock()
	for _, o := range all.open {
		o.close()
	}
	all.open = nil
}

// opened returns the session if it is open.
func (o *opening) opened() *session {
	select {
	case <-o.done:
		return o.session
	default:
		return nil
	}
}

// close closes a session. Cancelling its context ends one that is not open yet.
func (o *opening) close() {
	if s := o.opened(); s != nil {
		s.close()
	}
}
