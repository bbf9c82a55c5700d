package steps

import (
	"context"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Sessions are the connections to clusters that the scenarios on them share.
// Suites that borrow clusters from one pool share them too. The zero value
// works.
type Sessions struct {
	mu   sync.Mutex
	open map[cluster.Cluster]*opening
	kept map[cluster.Cluster]*parking // what ended scenarios left, to be cleaned up
}

// opening is a session, from the moment that somebody begins to open it.
type opening struct {
	done    chan struct{} // closed when what follows is known
	session *session
	err     error
}

// of returns the session of a cluster that the caller has taken from the pool.
// Who comes second waits for the one who opens it.
func (all *Sessions) of(ctx context.Context, pool *cluster.Pool, c cluster.Cluster) (*session, error) {
	o, first := all.enter(c)
	if first {
		o.session, o.err = openSession(ctx, c)
		if o.err != nil {
			all.leave(c)
		}
		close(o.done)
		pool.BeforeClose(c, func() { all.forget(c) })
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

// forget closes the session of a cluster, if it has one.
func (all *Sessions) forget(c cluster.Cluster) {
	if o := all.leave(c); o != nil {
		o.close()
	}
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

// close ends a session. One that is not open yet ends with its context.
func (o *opening) close() {
	select {
	case <-o.done:
		if o.session != nil {
			o.session.history.Close()
		}
	default:
	}
}
