package scenario

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
)

// departure is an ended scenario that has handed its cluster on while its
// namespace, and what is named after it, is being deleted.
type departure struct {
	cluster   string
	namespace string
	isolation cluster.Isolation // of the scenario
	gone      chan struct{}     // closed when err is known
	err       error             // why it is not gone, with the scenario that left it
}

// departures are those of a cluster. One that does not go stays among them.
type departures struct {
	mu  sync.Mutex
	all []*departure
}

func (ds *departures) add(d *departure) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	ds.all = append(ds.all, d)
}

// remove forgets one that is gone, and reports whether it was the last.
func (ds *departures) remove(d *departure) (last bool) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	ds.all = slices.DeleteFunc(ds.all, func(other *departure) bool { return other == d })
	return len(ds.all) == 0
}

func (ds *departures) list() []*departure {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	return slices.Clone(ds.all)
}

// await waits until all that departs now is gone. The error names what does not
// go, what holds it, and the scenario that left it.
func (ds *departures) await(ctx context.Context) error {
	var errs []error
	for _, d := range ds.list() {
		select {
		case <-d.gone:
			errs = append(errs, d.err)
		case <-ctx.Done():
			return fmt.Errorf("waiting until namespace %s is gone: %w", d.namespace, context.Cause(ctx))
		}
	}
	return errors.Join(errs...)
}

// awaitInherited waits until the namespaces are gone that scenarios of other processes left
// without waiting for them.
func (s *Scenario) awaitInherited(ctx context.Context) error {
	for _, ns := range observe.List[*corev1.Namespace](s.history.View(), "") {
		if ns.DeletionTimestamp == nil || !scenarioNamespace.MatchString(ns.Name) {
			continue
		}
		if err := s.awaitGone(ctx, ns.Name, goingTime); err != nil {
			return fmt.Errorf("an earlier scenario left something behind: %w", err)
		}
	}
	return nil
}
