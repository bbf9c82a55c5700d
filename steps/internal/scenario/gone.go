package scenario

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onsi/gomega"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// goingTime bounds how long a working cluster may take to delete a namespace.
// Kubernetes waits 5 s before it empties the namespace
// (k8s.io/kubernetes/pkg/controller/namespace, namespaceDeletionGracePeriod).
const goingTime = time.Minute

// awaitGone waits until a namespace, and those named after it, are gone. A cluster that
// is slow or unavailable has the whole time of a scenario's end. A namespace that
// something holds is awaited no longer than within.
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
		case known && len(left) == 0: // it has just gone
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

// remaining returns an error that says what keeps namespaces from being deleted.
func remaining(v observe.View, left []*corev1.Namespace, after time.Duration) error {
	var why []string
	for _, ns := range left {
		why = append(why, fmt.Sprintf("namespace %s is not gone after %s: %s", ns.Name, after, heldBy(ns, v.Pods(ns.Name))))
	}
	return errors.New(strings.Join(why, "\n"))
}

// held reports whether a namespace waits for anything other than its pods to end.
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

// heldBy says what keeps a namespace from being deleted: its finalizers, the namespace
// controller's conditions about its content, and the pods that do not end.
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
