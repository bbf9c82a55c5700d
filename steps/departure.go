package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/onsi/gomega"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// goingTime bounds how long a namespace may take to go from a cluster that
// works. Kubernetes leaves it alone for 5 s, and then empties it
// (k8s.io/kubernetes/pkg/controller/namespace, namespaceDeletionGracePeriod).
const goingTime = time.Minute

// departure is an ended scenario that has handed its cluster on while its
// namespace, and what is named after it, is being deleted.
type departure struct {
	*scenario
	within time.Duration // it has to go, and then what is named after it
	gone   chan struct{} // closed when err is known
	err    error         // why it is not gone, with the scenario that left it
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

// remove forgets one that is gone, and tells whether it was the last.
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

// depart has the namespace go in the background. Other processes share the
// cluster meanwhile, and those who want to be alone wait.
func (s *scenario) depart() {
	s.held.Share()
	d := &departure{scenario: s, within: goingTime, gone: make(chan struct{})}
	s.departures.add(d)
	go d.watch()
}

// watch waits until the namespace is gone. One that does not go is told to the
// scenario that left it.
func (d *departure) watch() {
	defer close(d.gone)
	defer d.held.Release()
	defer d.releaseHistory()
	err := d.seeOff(d.open)
	switch {
	case d.open.Err() != nil: // the cluster is closed, or the run has ended before
		d.err = fmt.Errorf("nobody waited until namespace %s was gone", d.namespace)
	case err == nil && d.departures.remove(d):
		d.err = d.verified(false, nil)
	case err != nil:
		d.err = fmt.Errorf("scenario %s left something behind: %w", d.title, err)
		d.tell(event.Left, err.Error(), nil)
		d.err = errors.Join(d.err, d.unverified(d.err.Error()))
	}
}

// seeOff waits until nothing of the scenario is left in the cluster.
func (d *departure) seeOff(ctx context.Context) error {
	err := d.awaitGone(ctx, d.namespace, d.within)
	if err != nil || len(d.clusterScoped) == 0 {
		return err
	}
	n, err := d.administratorsNode(ctx)
	if err != nil {
		return err
	}
	if _, err := cluster.Output(ctx, n, fmt.Sprintf(goneScript, d.within, strings.Join(d.clusterScoped, " "))); err != nil {
		return fmt.Errorf("what is named after namespace %s is not gone: %w", d.namespace, err)
	}
	return nil
}

// awaitGone waits until a namespace, and those that are named after it, are
// gone. A cluster that is slow, or cannot be seen, has as long as a scenario's end
// may take; what something holds is not waited for any longer than within.
func (s *session) awaitGone(ctx context.Context, namespace string, within time.Duration) error {
	for patience := time.Now().Add(endingTime); ; {
		err := s.history.Judge(ctx, s.history.Now(), observe.Expectation{
			Subject: observe.From("what is left of namespace "+namespace, func(v observe.View) any {
				return namedAfter(v, namespace)
			}, observe.KindNamespace),
			Matcher: gomega.BeEmpty(), Timing: observe.Within(within),
		})
		if err == nil || ctx.Err() != nil {
			return err
		}
		view := s.history.View()
		left := namedAfter(view, namespace)
		var unseen *verdict.Unseen
		switch known := !errors.As(err, &unseen); {
		case known && len(left) == 0: // it went just now
			return nil
		case known && slices.ContainsFunc(left, held):
			return remaining(view, left, within)
		case time.Now().Before(patience):
		case known:
			return remaining(view, left, endingTime)
		default:
			return err
		}
	}
}

// remaining says of namespaces what keeps them from going.
func remaining(v observe.View, left []*corev1.Namespace, after time.Duration) error {
	var why []string
	for _, ns := range left {
		why = append(why, fmt.Sprintf("namespace %s is not gone after %s: %s", ns.Name, after, heldBy(ns, v.Pods(ns.Name))))
	}
	return errors.New(strings.Join(why, "\n"))
}

// held tells whether a namespace waits for something else than its pods to end.
func held(ns *corev1.Namespace) bool {
	return len(ns.Finalizers) > 0 || slices.ContainsFunc(ns.Status.Conditions, func(c corev1.NamespaceCondition) bool {
		return c.Status == corev1.ConditionTrue && c.Type != corev1.NamespaceContentRemaining
	})
}

func namedAfter(v observe.View, namespace string) []*corev1.Namespace {
	return slices.DeleteFunc(observe.List[*corev1.Namespace](v, ""), func(ns *corev1.Namespace) bool {
		return !strings.Contains(ns.Name, namespace)
	})
}

// heldBy says what keeps a namespace from going: its own finalizers, what the
// controller of namespaces says of its content, and the pods that do not end.
func heldBy(ns *corev1.Namespace, pods []*corev1.Pod) string {
	if ns.DeletionTimestamp == nil {
		return "nobody has deleted it"
	}
	var why []string
	if len(ns.Finalizers) > 0 {
		why = append(why, "its finalizers are "+strings.Join(ns.Finalizers, ", "))
	}
	for _, c := range ns.Status.Conditions {
		if c.Status == corev1.ConditionTrue {
			why = append(why, c.Message)
		}
	}
	for _, p := range pods {
		why = append(why, fmt.Sprintf("pod %s is %s", p.Name, observe.Describe(p)))
	}
	if len(why) == 0 {
		return "the controller of namespaces has not said why"
	}
	return strings.Join(why, "; ")
}
