package steps

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var deploymentClaims = []claim{
	{
		topic:   "deployments",
		pattern: `deployment "([^"]+)" has (\d+) ready pods?(?: on (\S+))?`,
		meaning: "N of its pods run, are ready and are not being deleted, according to the pods themselves. The deployment must exist.",
		example: `deployment "web" has 3 ready pods`,
		korean: Sentence{
			Pattern: `디플로이먼트 "([^"]+)"의 준비된 파드가(?: (\S+?)에)? (\d+)개{이다/가 된다/ 있다}`,
			Example: `디플로이먼트 "web"의 준비된 파드가 3개가 된다`,
			Order:   []int{0, 2, 1},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return countPods(s, args[1], args[2], readyPods(s, args[0], args[2]))
		},
		beyond: onNamedNode(2),
	},
	{
		topic:   "deployments",
		pattern: `deployment "([^"]+)" has (\d+) pods?(?: on (\S+))?`,
		meaning: "It has N pods in any state, including pods that are being deleted. The deployment must exist.",
		example: `deployment "web" has 2 pods on worker-1`,
		korean: Sentence{
			Pattern: `디플로이먼트 "([^"]+)"의 파드가(?: (\S+?)에)? (\d+)개{이다/가 된다/ 있다}`,
			Example: `디플로이먼트 "web"의 파드가 worker-1에 2개 있다`,
			Order:   []int{0, 2, 1},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return countPods(s, args[1], args[2], podsOf(s, "deployment", args[0], args[2]))
		},
		beyond: onNamedNode(2),
	},
}

func countPods(s *scenario.Scenario, number, node string, pods observe.Subject) (observe.Subject, types.GomegaMatcher, error) {
	if err := s.Knows(node); err != nil {
		return nil, nil, err
	}
	count, err := strconv.Atoi(number)
	if err != nil {
		return nil, nil, fmt.Errorf("%s pods: %w", number, err)
	}
	return pods, ofWorkload(observe.HaveCount(count)), nil
}

func readyPods(s *scenario.Scenario, ref, node string) observe.Subject {
	namespace, name := s.Object(ref)
	describe := fmt.Sprintf("the ready pods of deployment %q%s", ref, onNode(node))
	return observe.From(describe, func(v observe.View) any {
		pods, there := podsOrNoWorkload(v, "deployment", namespace, name, node).([]*corev1.Pod)
		if !there {
			return noWorkload{"deployment", name}
		}
		return slices.DeleteFunc(pods, func(p *corev1.Pod) bool { return !running(p) })
	}, observe.KindPod, observe.KindDeployment)
}

func running(p *corev1.Pod) bool {
	is, err := observe.BeRunning().Match(p)
	return err == nil && is
}
