package labpage

import (
	"context"
	"sync"
	"time"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/timeline"
)

const (
	// seeing bounds one attempt to see the cluster. A lab may begin with an API server
	// that does not answer.
	seeing = 30 * time.Second
	// again is the pause before the next attempt.
	again = 2 * time.Second
)

// Watcher watches the cluster of a lab, from when the page begins. It shows what the
// student can see with kubectl: nodes, pods, and events.
type Watcher struct {
	namespace string
	running   sync.WaitGroup
	stop      context.CancelFunc

	mu      sync.Mutex
	history *observe.History
	from    observe.Mark
}

// Watch begins to watch a cluster. Close ends it.
func Watch(ctx context.Context, access *rest.Config, namespace string) *Watcher {
	ctx, stop := context.WithCancel(ctx)
	w := &Watcher{namespace: namespace, stop: stop}
	w.running.Go(func() { w.open(ctx, access) })
	return w
}

// open tries to see the cluster until it does.
func (w *Watcher) open(ctx context.Context, access *rest.Config) {
	for ctx.Err() == nil {
		opening, cancel := context.WithTimeout(ctx, seeing)
		history, err := observe.Watch(opening, access)
		cancel()
		if err == nil {
			w.mu.Lock()
			w.history, w.from = history, history.Now()
			w.mu.Unlock()
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(again):
		}
	}
}

// Timeline returns what has happened so far, or false before the cluster has been seen.
func (w *Watcher) Timeline() (timeline.Timeline, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.history == nil {
		return timeline.Timeline{}, false
	}
	return w.history.Timeline(w.from, w.namespace, func(namespace string) bool { return !fitness.Own(namespace) }), true
}

// Close ends the watch.
func (w *Watcher) Close() {
	w.stop()
	w.running.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.history != nil {
		w.history.Close()
	}
}
