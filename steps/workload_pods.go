package steps

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega/types"
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// workloadWords are the workload types in sentences about pods.
const (
	workloadWords  = `(deployment|statefulset|daemonset|replicaset|job)`
	koreanWorkload = `(디플로이먼트|스테이트풀셋|데몬셋|레플리카셋|잡)`
)

// podsOf observes the pods of a workload, on one node or on all; ofWorkload says what
// they should be.
func podsOf(s *scenario.Scenario, kind, ref, node string) observe.Subject {
	return somePodsOf(s, "the pods", kind, ref, node, func(*corev1.Pod) bool { return true })
}

// readyPods observes the pods of a workload that are ready and not terminating.
func readyPods(s *scenario.Scenario, kind, ref, node string) observe.Subject {
	return somePodsOf(s, "the ready pods", kind, ref, node, running)
}

func running(p *corev1.Pod) bool {
	is, err := observe.BeRunning().Match(p)
	return err == nil && is
}

func somePodsOf(s *scenario.Scenario, which, kind, ref, node string, keep func(*corev1.Pod) bool) observe.Subject {
	namespace, name := s.Object(ref)
	describe := fmt.Sprintf("%s of %s %q%s", which, kind, ref, onNode(node))
	return observe.From(describe, func(v observe.View) any {
		pods, there := podsOrNoWorkload(v, kind, namespace, name, node).([]*corev1.Pod)
		if !there {
			return noWorkload{kind, name}
		}
		return slices.DeleteFunc(pods, func(p *corev1.Pod) bool { return !keep(p) })
	}, observe.KindPod, observe.KindReplicaSet, observe.KindDeployment, observe.KindDaemonSet, observe.KindStatefulSet, observe.KindJob)
}

// ofPodsOf observes a property of each pod of a workload.
func ofPodsOf(s *scenario.Scenario, describe, kind, ref string, of func(*corev1.Pod) any) observe.Subject {
	namespace, name := s.Object(ref)
	return observe.From(describe, func(v observe.View) any {
		pods, there := podsOrNoWorkload(v, kind, namespace, name, "").([]*corev1.Pod)
		if !there {
			return noWorkload{kind, name}
		}
		all := []any{}
		for _, p := range pods {
			all = append(all, of(p))
		}
		return all
	}, observe.KindPod, observe.KindReplicaSet, observe.KindDeployment, observe.KindDaemonSet, observe.KindStatefulSet, observe.KindJob)
}

// podsOrNoWorkload returns a workload's pods, or noWorkload: without the workload, its
// former pods cannot be determined.
func podsOrNoWorkload(v observe.View, kind, namespace, name, node string) any {
	if workload, _ := workloadIn(v, kind, namespace, name); workload == nil {
		return noWorkload{kind, name}
	}
	return selected(v, kind, namespace, name, node)
}

// noWorkload is a workload that does not exist.
type noWorkload struct{ kind, name string }

// Describe says what is missing, and suggests an alias for the pods.
func (w noWorkload) Describe() string {
	return fmt.Sprintf("there is no %s %q (to see what comes of its pods when it is deleted, call them something before)", w.kind, w.name)
}

// ofWorkload applies a matcher to a workload's pods. No claim is true of a workload
// that does not exist.
func ofWorkload(pods types.GomegaMatcher) types.GomegaMatcher { return workloadMatcher{pods} }

type workloadMatcher struct{ types.GomegaMatcher }

// Match implements gomega's matcher.
func (m workloadMatcher) Match(actual any) (bool, error) {
	if _, missing := actual.(noWorkload); missing {
		return false, nil
	}
	return m.GomegaMatcher.Match(actual)
}

// FailureMessage implements gomega's matcher.
func (m workloadMatcher) FailureMessage(actual any) string {
	if missing, ok := actual.(noWorkload); ok {
		return fmt.Sprintf("expected them to %s, but %s", m, missing.Describe())
	}
	return m.GomegaMatcher.FailureMessage(actual)
}

// String returns what is expected of the pods.
func (m workloadMatcher) String() string { return fmt.Sprint(m.GomegaMatcher) }

// selected returns the pods that a workload selects and owns, none if it does not
// exist. A pod that only has matching labels is not included.
func selected(v observe.View, kind, namespace, name, node string) []*corev1.Pod {
	workload, selector := workloadIn(v, kind, namespace, name)
	return slices.DeleteFunc(slices.Clone(v.Pods(namespace)), func(p *corev1.Pod) bool {
		return workload == nil || !selector.Matches(labels.Set(p.Labels)) || !has(v, workload, p) || (node != "" && p.Spec.NodeName != node)
	})
}

// workloadIn finds a workload and its pod selector; nil if the workload does not exist.
func workloadIn(v observe.View, kind, namespace, name string) (metav1.Object, labels.Selector) {
	switch kind {
	case "deployment":
		if w := observe.Get[*appsv1.Deployment](v, namespace, name); w != nil {
			return w, selecting(w.Spec.Selector)
		}
	case "daemonset":
		if w := observe.Get[*appsv1.DaemonSet](v, namespace, name); w != nil {
			return w, selecting(w.Spec.Selector)
		}
	case "statefulset":
		if w := observe.Get[*appsv1.StatefulSet](v, namespace, name); w != nil {
			return w, selecting(w.Spec.Selector)
		}
	case "replicaset":
		if w := observe.Get[*appsv1.ReplicaSet](v, namespace, name); w != nil {
			return w, selecting(w.Spec.Selector)
		}
	case "job":
		if w := observe.Get[*batchv1.Job](v, namespace, name); w != nil {
			return w, selecting(w.Spec.Selector)
		}
	}
	return nil, nil
}

// selecting converts a selector of the API, including expressions. An invalid selector,
// which the API server would reject, selects nothing.
func selecting(by *metav1.LabelSelector) labels.Selector {
	selector, err := metav1.LabelSelectorAsSelector(by)
	if err != nil {
		return labels.Nothing()
	}
	return selector
}
