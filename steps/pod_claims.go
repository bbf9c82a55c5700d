package steps

import (
	"fmt"
	"maps"
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	apitypes "k8s.io/apimachinery/pkg/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const podStates = `(Pending|Running|Terminating|gone|not Terminating)`

var podClaims = []claim{
	{
		topic:   "pods",
		pattern: `pod "([^"]+)" is Pending because of "([^"]+)"`,
		meaning: "The reason why the pod does not run yet, as in kubectl describe: the scheduler's message about the nodes, or what a container is waiting for.",
		example: `pod "web" is Pending because of "Insufficient cpu"`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"{이/가/은/는} "([^"]+)" 때문에 Pending 상태{이다/가 된다}`,
			Example: `파드 "web"이 "Insufficient cpu" 때문에 Pending 상태이다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.Object(args[0])
			return observe.Pod(namespace, name), observe.BePendingBecauseOf(args[1]), nil
		},
	},
	{
		topic:   "pods",
		pattern: `pod "([^"]+)" is bound to (no node|\S+)`,
		meaning: "The scheduler has bound the pod to this node, or to none yet.",
		example: `pod "web" is bound to worker-1`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"{이/가} 배정된 노드{가/는} (\S+?){이다/다}`,
			Example: `파드 "web"이 배정된 노드는 worker-1이다`,
			Words:   map[string]string{"없": "no node"}, // 노드가 없다
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.Object(args[0])
			if args[1] == "no node" {
				return observe.Pod(namespace, name), observe.BeUnbound(), nil
			}
			if err := s.Knows(args[1]); err != nil {
				return nil, nil, err
			}
			return observe.Pod(namespace, name), observe.BeBound(args[1]), nil
		},
		beyond: func(Line, []string) bool { return true },
	},
	{
		topic:   "pods",
		several: true,
		pattern: `the pods "([^"]+)" are ` + podStates,
		meaning: "The state of all pods with this alias.",
		example: `the pods "stranded" are Pending`,
		korean: Sentence{
			Pattern: `"([^"]+)"{이라고/라고} 부른 파드{가/는} 모두 ` + koreanPodStates,
			Example: `"stranded"라고 부른 파드는 모두 Pending 상태이다`,
			Words:   koreanPodStateWords,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return podsByName(s, args[0], args[1])
		},
		check: func(in Line, args []string) error { return in.given.needPods(args[0]) },
	},
	{
		topic:   "pods",
		several: true,
		pattern: `the pods of ` + workloadWords + ` "([^"]+)"(?: on (\S+))? are ` + podStates,
		meaning: "The state of all pods of a workload, of which there must be at least one; gone means that it has none. The workload itself must exist. To check the pods after it is deleted, give them an alias first.",
		example: `the pods of daemonset "kube-system/kube-proxy" on worker-1 are not Terminating`,
		korean: Sentence{
			Pattern: koreanWorkload + ` "([^"]+)"의(?: (\S+?)에 있는)? 파드{가/는} 모두 ` + koreanPodStates,
			Example: `데몬셋 "kube-system/kube-proxy"의 worker-1에 있는 파드는 모두 Terminating 상태가 아니다`,
			Words:   koreanPodsOf,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := s.Knows(args[2]); err != nil {
				return nil, nil, err
			}
			are := observe.BeGone()
			if args[3] != "gone" {
				are = observe.Each(podState(args[3]))
			}
			return podsOf(s, args[0], args[1], args[2]), ofWorkload(are), nil
		},
		beyond: func(_ Line, args []string) bool { return args[0] != "daemonset" && args[2] != "" },
	},
	{
		topic:   "pods",
		pattern: `pod "([^"]+)" has the containers that "([^"]+)" had`,
		meaning: "The pod's containers have the same IDs as those of the pod with this alias.",
		example: `pod "kube-system/kube-scheduler-control-plane-1" has the containers that "before" had`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"의 컨테이너{가/는} "([^"]+)"{이라고/라고} 부른 파드의 컨테이너와 같다`,
			Example: `파드 "kube-system/kube-scheduler-control-plane-1"의 컨테이너가 "before"라고 부른 파드의 컨테이너와 같다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			called, err := podsCalled(s, args[1])
			if err != nil {
				return nil, nil, err
			}
			namespace, name := s.Object(args[0])
			matcher, err := haveContainersOf(called[0])
			return observe.Pod(namespace, name), matcher, err
		},
		check: func(in Line, args []string) error { return in.given.needPods(args[1]) },
	},
}

// koreanPodsOf translates the words for the pods of a workload and their states.
var koreanPodsOf = func() map[string]string {
	words := maps.Clone(koreanPodStateWords)
	maps.Copy(words, koreanTypes)
	return words
}()

func podState(word string) types.GomegaMatcher {
	switch word {
	case "Pending":
		return observe.BePending()
	case "Running":
		return observe.BeRunning()
	case "Terminating":
		return observe.BeTerminating()
	case "not Terminating":
		return gomega.And(observe.BePresent(), gomega.Not(observe.BeTerminating()))
	default:
		return observe.BeAbsent()
	}
}

// podsByName observes exactly the pods that were given an alias. A pod that is gone is
// missing from them, and only "gone" is true of it.
func podsByName(s *scenario.Scenario, name, state string) (observe.Subject, types.GomegaMatcher, error) {
	uids, err := uidsCalled(s, name)
	if err != nil {
		return nil, nil, err
	}
	subject := observe.From(fmt.Sprintf("the pods %q", name), func(v observe.View) any {
		return withUIDs(v.Pods(metav1.NamespaceAll), uids)
	}, observe.KindPod)
	if state == "gone" {
		return subject, gomega.BeEmpty(), nil
	}
	return subject, gomega.And(observe.HaveCount(len(uids)), observe.Each(podState(state))), nil
}

func withUIDs(pods []*corev1.Pod, uids []apitypes.UID) []*corev1.Pod {
	return slices.DeleteFunc(slices.Clone(pods), func(p *corev1.Pod) bool { return !slices.Contains(uids, p.UID) })
}
