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

// departure is an ended scenario whose namespace, and objects named after it, are being
// deleted while other scenarios use the cluster.
type departure struct {
	cluster   string
	namespace string
	isolation cluster.Isolation // the scenario's isolation
	gone      chan struct{}     // closed when err is set
	err       error             // why the namespace is not gone, with the scenario that left it
}

// departures are the departures of a cluster. A departure that fails stays in the list.
type departures struct {
	mu  sync.Mutex
	all []*departure
}

func (ds *departures) add(d *departure) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	ds.all = append(ds.all, d)
}

// remove removes a finished departure, and reports whether it was the last.
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

// await waits until all current departures have finished. The error names what is not
// gone, what holds it, and the scenario that left it.
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

// awaitInherited waits for the namespaces that scenarios of other processes left being
// deleted.
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
