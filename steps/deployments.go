package steps

import (
	"context"
	"fmt"
	"strconv"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var deploymentSteps = []Step{
	{
		Topic:   "deployments",
		Kinds:   anAction,
		Pattern: `^I create deployment "([^"]+)" with image "([^"]+)" and (\d+) replicas?(?: that leave a failed node after (\d+s))?$`,
		Meaning: "Create a deployment; its pods may tolerate a failed node for less than the usual 300s.",
		Example: `I create deployment "web" with image "nginx" and 4 replicas that leave a failed node after 2s`,
		Korean: Sentence{
			Pattern: `^디플로이먼트 "([^"]+)"{을/를} 이미지 "([^"]+)"{과/와}(?:, 고장 난 노드를 (\d+초) 뒤에 떠나는)? 레플리카 (\d+)개로 만{든다/들고/들면}$`,
			Example: `디플로이먼트 "web"을 이미지 "nginx"와, 고장 난 노드를 2초 뒤에 떠나는 레플리카 4개로 만든다`,
			Order:   []int{0, 1, 3, 2},
		},
		Func:  createDeployment,
		check: making,
	},
	{
		Topic:   "deployments",
		Kinds:   aPreparation,
		Pattern: `^deployment "([^"]+)" with image "([^"]+)" runs (\d+) replicas?(?: that leave a failed node after (\d+s))?$`,
		Meaning: "Create a deployment and wait until all its pods are ready.",
		Example: `deployment "web" with image "nginx" runs 3 replicas`,
		Korean: Sentence{
			Pattern: `^디플로이먼트 "([^"]+)"{이/가} 이미지 "([^"]+)"{으로/로}(?:, 고장 난 노드를 (\d+초) 뒤에 떠나는)? 레플리카 (\d+)개를 실행하고 있다$`,
			Example: `디플로이먼트 "web"이 이미지 "nginx"로 레플리카 3개를 실행하고 있다`,
			Order:   []int{0, 1, 3, 2},
		},
		Func:  haveDeployment,
		check: making,
	},
}

func createDeployment(ctx context.Context, name, image, replicas, leaveAfter string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	defer s.Acted(ctx)
	count, err := strconv.ParseInt(replicas, 10, 32)
	if err != nil {
		return fmt.Errorf("%s replicas: %w", replicas, err)
	}
	namespace, called := s.Object(name)
	d, err := deployment(called, image, int32(count), leaveAfter)
	if err != nil {
		return err
	}
	if _, err := s.Client().AppsV1().Deployments(namespace).Create(ctx, d, metav1.CreateOptions{}); err != nil {
		return scenario.Asking(err, "creating deployment %q", name)
	}
	return nil
}

func haveDeployment(ctx context.Context, name, image, replicas, leaveAfter string) error {
	if err := createDeployment(ctx, name, image, replicas, leaveAfter); err != nil {
		return err
	}
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	count, err := strconv.Atoi(replicas)
	if err != nil {
		return fmt.Errorf("%s replicas: %w", replicas, err)
	}
	namespace, called := s.Object(name)
	ready := observe.Expectation{Subject: readyPods(s, "deployment", name, ""), Matcher: ofWorkload(observe.HaveCount(count))}
	return awaitRunning(ctx, s, ready, func(v observe.View) []*corev1.Pod { return selected(v, "deployment", namespace, called, "") })
}

// deployment returns a Deployment like that of `kubectl create deployment`.
func deployment(name, image string, replicas int32, leaveAfter string) (*appsv1.Deployment, error) {
	labels := map[string]string{"app": name}
	tolerations, err := leaving(leaveAfter)
	if err != nil {
		return nil, err
	}
	return &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels},
		Spec: appsv1.DeploymentSpec{
			Replicas: &replicas,
			Selector: &metav1.LabelSelector{MatchLabels: labels},
			Template: corev1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: labels},
				Spec: corev1.PodSpec{
					Containers:  []corev1.Container{{Name: containerName(image), Image: image}},
					Tolerations: tolerations,
				},
			},
		},
	}, nil
}

// leaving returns the tolerations that the API server adds to every pod
// (plugin/pkg/admission/defaulttolerationseconds), with another toleration time.
func leaving(after string) ([]corev1.Toleration, error) {
	if after == "" {
		return nil, nil
	}
	d, err := time.ParseDuration(after)
	if err != nil {
		return nil, fmt.Errorf("leaving a failed node after %q: %w", after, err)
	}
	seconds := int64(d.Seconds())
	var all []corev1.Toleration
	for _, key := range []string{corev1.TaintNodeNotReady, corev1.TaintNodeUnreachable} {
		all = append(all, corev1.Toleration{
			Key: key, Operator: corev1.TolerationOpExists, Effect: corev1.TaintEffectNoExecute, TolerationSeconds: &seconds,
		})
	}
	return all, nil
}
