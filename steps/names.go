package steps

import (
	"context"
	"errors"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var nameSteps = []Step{
	{
		Topic:   "names",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^pod "([^"]+)" is called "([^"]+)"$`,
		Meaning: "Give an alias to this pod. A replacement pod with the same name does not have the alias.",
		Example: `pod "web" is called "the first"`,
		Korean: Sentence{
			Pattern: `^파드 "([^"]+)"{을/를} "([^"]+)"{이라고/라고} 부{른다/르고/르면}$`,
			Example: `파드 "web"을 "the first"라고 부른다`,
		},
		Func:  callPod,
		gives: thePods,
	},
	{
		Topic:   "names",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^(a pod|the pods) of deployment "([^"]+)"(?: on (\S+))? (?:is|are) called "([^"]+)"$`,
		Meaning: "Give an alias to one or all of the current pods of a deployment.",
		Example: `the pods of deployment "web" on worker-1 are called "stranded"`,
		Korean: Sentence{
			Pattern: `^디플로이먼트 "([^"]+)"의(?: (\S+?)에 있는)? (모든 파드|파드 하나)를 "([^"]+)"{이라고/라고} 부{른다/르고/르면}$`,
			Example: `디플로이먼트 "web"의 worker-1에 있는 모든 파드를 "stranded"라고 부른다`,
			Order:   []int{1, 2, 0, 3},
			Words:   map[string]string{"모든 파드": "the pods", "파드 하나": "a pod"},
		},
		Func:   callPodsOfDeployment,
		gives:  thePods,
		beyond: onNamedNode(2),
	},
	{
		Topic:   "names",
		Kinds:   anAction,
		Pattern: `^I delete the pods "([^"]+)"$`,
		Meaning: "Delete the pods with this alias.",
		Example: `I delete the pods "doomed"`,
		Korean: Sentence{
			Pattern: `^"([^"]+)"{이라고/라고} 부른 파드를 {지운다/지우고/지우면}$`,
			Example: `"doomed"라고 부른 파드를 지운다`,
		},
		Func:  deleteCalled,
		check: func(in Line, words []string) error { return in.given.needPods(words[0]) },
	},
}

func callPod(ctx context.Context, ref, name string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	namespace, podName := s.Object(ref)
	pod, err := s.Client().CoreV1().Pods(namespace).Get(ctx, podName, metav1.GetOptions{})
	if err != nil {
		return scenario.Asking(err, "pod %q", ref)
	}
	s.Call(name, pod)
	return nil
}

// callPodsOfDeployment asks the API server, not the history: an alias means the pods
// that exist now.
func callPodsOfDeployment(ctx context.Context, which, deployment, node, name string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	pods, err := podsNow(ctx, s, deployment, node)
	if err != nil {
		return err
	}
	if len(pods) == 0 {
		return fmt.Errorf("deployment %q has no pods%s to call %q", deployment, onNode(node), name)
	}
	if which == "a pod" {
		pods = pods[:1]
	}
	s.Call(name, pods...)
	return nil
}

func podsNow(ctx context.Context, s *scenario.Scenario, deployment, node string) ([]*corev1.Pod, error) {
	namespace, name := s.Object(deployment)
	d, err := s.Client().AppsV1().Deployments(namespace).Get(ctx, name, metav1.GetOptions{})
	if err != nil {
		return nil, scenario.Asking(err, "deployment %q", deployment)
	}
	list, err := s.Client().CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{
		LabelSelector: metav1.FormatLabelSelector(d.Spec.Selector),
	})
	if err != nil {
		return nil, scenario.Asking(err, "pods of deployment %q", deployment)
	}
	var pods []*corev1.Pod
	for i := range list.Items {
		if node == "" || list.Items[i].Spec.NodeName == node {
			pods = append(pods, &list.Items[i])
		}
	}
	return pods, nil
}

func deleteCalled(ctx context.Context, name string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	pods, err := podsCalled(s, name)
	if err != nil {
		return err
	}
	defer s.Acted(ctx)
	var errs []error
	for _, pod := range pods {
		err := s.Client().CoreV1().Pods(pod.Namespace).Delete(ctx, pod.Name,
			metav1.DeleteOptions{Preconditions: &metav1.Preconditions{UID: &pod.UID}})
		if err != nil && !apierrors.IsNotFound(err) {
			errs = append(errs, scenario.Asking(err, "deleting pod %s", pod.Name))
		}
	}
	return errors.Join(errs...)
}

func podsCalled(s *scenario.Scenario, name string) ([]*corev1.Pod, error) {
	if pods, found := s.Called(name); found {
		return pods, nil
	}
	return nil, noneCalled(name, s.Aliases())
}

func uidsCalled(s *scenario.Scenario, name string) ([]types.UID, error) {
	pods, err := podsCalled(s, name)
	if err != nil {
		return nil, err
	}
	var uids []types.UID
	for _, pod := range pods {
		uids = append(uids, pod.UID)
	}
	return uids, nil
}
