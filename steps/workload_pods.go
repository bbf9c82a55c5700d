package steps

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega/types"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// podsOf looks at the pods that a workload's selector selects, on one node or
// on all; ofWorkload says what they should be.
func podsOf(s *scenario.Scenario, kind, ref, node string) observe.Subject {
	namespace, name := s.Object(ref)
	describe := fmt.Sprintf("the pods of %s %q%s", kind, ref, onNode(node))
	return observe.From(describe, func(v observe.View) any {
		return podsOrNoWorkload(v, kind, namespace, name, node)
	}, observe.KindPod, observe.KindDeployment, observe.KindDaemonSet)
}

// podsOrNoWorkload are a workload's pods, or that it is not there: which pods it
// had, nobody can tell then.
func podsOrNoWorkload(v observe.View, kind, namespace, name, node string) any {
	if selectorOf(v, kind, namespace, name) == nil {
		return noWorkload{kind, name}
	}
	return selected(v, kind, namespace, name, node)
}

// noWorkload is one that is not there.
type noWorkload struct{ kind, name string }

// Describe says what is missing, and how to go on without it.
func (w noWorkload) Describe() string {
	return fmt.Sprintf("there is no %s %q (to see what comes of its pods when it is deleted, call them something before)", w.kind, w.name)
}

// ofWorkload matches what a matcher matches of a workload's pods; of a workload
// that is not there, nothing is so.
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

// String is what is wanted of the pods.
func (m workloadMatcher) String() string { return fmt.Sprint(m.GomegaMatcher) }

// selected are the pods of a workload; none when it is not there.
func selected(v observe.View, kind, namespace, name, node string) []*corev1.Pod {
	selector := selectorOf(v, kind, namespace, name)
	return slices.DeleteFunc(slices.Clone(v.Pods(namespace)), func(p *corev1.Pod) bool {
		return selector == nil || !selector.Matches(labels.Set(p.Labels)) || (node != "" && p.Spec.NodeName != node)
	})
}

// selectorOf is by what a workload knows its pods, or nil when it is not there.
func selectorOf(v observe.View, kind, namespace, name string) labels.Selector {
	if kind == "deployment" {
		if d := observe.Get[*appsv1.Deployment](v, namespace, name); d != nil {
			return selecting(d.Spec.Selector)
		}
	} else if d := observe.Get[*appsv1.DaemonSet](v, namespace, name); d != nil {
		return selecting(d.Spec.Selector)
	}
	return nil
}

// selecting is a selector of the API, expressions and all. One that means
// nothing, which the API server does not take, selects nothing.
func selecting(by *metav1.LabelSelector) labels.Selector {
	selector, err := metav1.LabelSelectorAsSelector(by)
	if err != nil {
		return labels.Nothing()
	}
	return selector
}
