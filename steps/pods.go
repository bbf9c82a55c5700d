package steps

import (
	"context"
	"path"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var podSteps = []Step{
	{
		Topic:   "pods",
		Kinds:   anAction,
		Pattern: `^I create pod "([^"]+)" with image "([^"]+)"$`,
		Meaning: "Create a pod for the scheduler to place.",
		Example: `I create pod "web" with image "nginx"`,
		Korean: Sentence{
			Pattern: `^파드 "([^"]+)"{을/를} 이미지 "([^"]+)"{으로/로} 만{든다/들고/들면}$`,
			Example: `파드 "web"을 이미지 "nginx"로 만든다`,
		},
		Func:  func(ctx context.Context, name, image string) error { return createPod(ctx, name, image, "") },
		check: making,
	},
	{
		Topic:   "pods",
		Kinds:   anAction,
		Pattern: `^I create pod "([^"]+)" with image "([^"]+)" on node (\S+)$`,
		Meaning: "Create a pod with spec.nodeName, which bypasses the scheduler.",
		Example: `I create pod "web" with image "nginx" on node worker-1`,
		Korean: Sentence{
			Pattern: `^파드 "([^"]+)"{을/를} 이미지 "([^"]+)"{으로/로} 노드 (\S+?)에 만{든다/들고/들면}$`,
			Example: `파드 "web"을 이미지 "nginx"로 노드 worker-1에 만든다`,
		},
		Func:  createPod,
		check: making,
	},
	{
		Topic:   "pods",
		Kinds:   aPreparation,
		Pattern: `^pod "([^"]+)" with image "([^"]+)" runs on (\S+)$`,
		Meaning: "Create a pod on a node and wait until it runs.",
		Example: `pod "web" with image "nginx" runs on worker-1`,
		Korean: Sentence{
			Pattern: `^파드 "([^"]+)"{이/가} 이미지 "([^"]+)"{으로/로} (\S+?)에서 실행되고 있다$`,
			Example: `파드 "web"이 이미지 "nginx"로 worker-1에서 실행되고 있다`,
		},
		Func:  havePod,
		check: making,
	},
}

func createPod(ctx context.Context, name, image, node string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	defer s.Acted(ctx)
	return createPodOf(ctx, s, newPod(name, image, node))
}

// newPod returns a pod like that of kubectl run, already bound if a node is named. The
// name may have a namespace in front, as in sentences.
func newPod(name, image, node string) *corev1.Pod {
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"run": path.Base(name)}},
		Spec: corev1.PodSpec{
			NodeName:   node,
			Containers: []corev1.Container{{Name: containerName(image), Image: image}},
		},
	}
}

// createPodOf creates a pod whose name may have a namespace in front, as in sentences.
func createPodOf(ctx context.Context, s *scenario.Scenario, pod *corev1.Pod) error {
	if err := s.Knows(pod.Spec.NodeName); err != nil {
		return err
	}
	ref := pod.Name
	pod.Namespace, pod.Name = s.Object(ref)
	if _, err := s.Client().CoreV1().Pods(pod.Namespace).Create(ctx, pod, metav1.CreateOptions{}); err != nil {
		return scenario.Asking(err, "creating pod %q", ref)
	}
	return nil
}

func havePod(ctx context.Context, name, image, node string) error {
	if err := createPod(ctx, name, image, node); err != nil {
		return err
	}
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	namespace, called := s.Object(name)
	running := observe.Expectation{Subject: observe.Pod(namespace, called), Matcher: observe.BeRunning()}
	return awaitRunning(ctx, s, running, func(v observe.View) []*corev1.Pod {
		if p := observe.Get[*corev1.Pod](v, namespace, called); p != nil {
			return []*corev1.Pod{p}
		}
		return nil
	})
}

// containerName returns the name that kubectl gives a container: its image's name
// without registry, tag and digest.
func containerName(image string) string {
	name, _, _ := strings.Cut(path.Base(image), "@")
	name, _, _ = strings.Cut(name, ":")
	return name
}
