package steps

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Patterns of a container, of one pod or of every pod of a workload. The groups are the
// name of the container, the pod, and the type and the name of the workload.
const (
	containerWords  = `container "([^"]+)" of (?:pod "([^"]+)"|every pod of ` + workloadWords + ` "([^"]+)")`
	koreanContainer = `(?:파드 "([^"]+)"|` + koreanWorkload + ` "([^"]+)"의 모든 파드)의 컨테이너 "([^"]+)"`
	containerGroups = 4
)

// koreanOfContainer returns the order of the groups of koreanContainer, and of more after them.
func koreanOfContainer(more ...int) []int {
	order := []int{1, 2, 3, 0}
	for _, at := range more {
		order = append(order, containerGroups+at)
	}
	return order
}

// containerClaims are the claims about containers, init containers and sidecars included.
var containerClaims = []claim{
	{
		topic:   "containers",
		pattern: containerWords + ` has restarted ` + amountWords + ` times?`,
		meaning: "The kubelet has started the container again so many times: exactly N unless the sentence says at least, at most, more than or fewer than.",
		example: `container "app" of pod "web" has restarted at least 2 times`,
		korean: Sentence{
			Pattern: koreanContainer + `{이/가} ((?:정확히 |적어도 |많아야 )?\d+번|\d+번보다 (?:많이|적게)|한 번도) 다시 시작{했다/하지 않았다}`,
			Example: `파드 "web"의 컨테이너 "app"이 적어도 2번 다시 시작했다`,
			Order:   koreanOfContainer(0), Words: inKoreanTypes(), Translate: translating(map[int]func(string) string{4: koreanTimes}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			count, err := parseAmount(args[4])
			if err != nil {
				return nil, nil, err
			}
			return containersThat(s, args, "have restarted "+count.String()+" times", func(c corev1.ContainerStatus) bool {
				return count.holds(int(c.RestartCount))
			})
		},
		check: isAmount(4),
		about: aboutContainer,
	},
	{
		topic:   "containers",
		pattern: containerWords + ` was terminated: (\w+)(?: with exit code (\d+))?`,
		meaning: "The container has ended, now or the last time, for this reason (OOMKilled, Error, Completed, ContainerCannotRun) and with this exit code.",
		example: `container "app" of pod "web" was terminated: OOMKilled with exit code 137`,
		korean: Sentence{
			Pattern: koreanContainer + `{이/가}(?: 종료 코드 (\d+){으로/로})? 종료되었다: (\w+)`,
			Example: `파드 "web"의 컨테이너 "app"이 종료 코드 137로 종료되었다: OOMKilled`,
			Order:   koreanOfContainer(1, 0), Words: inKoreanTypes(),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			want := "have been terminated: " + args[4]
			code := -1
			if args[5] != "" {
				var err error
				if code, err = strconv.Atoi(args[5]); err != nil {
					return nil, nil, fmt.Errorf("exit code %s: %w", args[5], err)
				}
				want += fmt.Sprintf(" with exit code %d", code)
			}
			return containersThat(s, args, want, func(c corev1.ContainerStatus) bool {
				return slices.ContainsFunc([]*corev1.ContainerStateTerminated{c.State.Terminated, c.LastTerminationState.Terminated},
					func(t *corev1.ContainerStateTerminated) bool {
						return t != nil && t.Reason == args[4] && (code < 0 || int(t.ExitCode) == code)
					})
			})
		},
		check: func(_ Line, args []string) error {
			if code, err := strconv.Atoi(args[5]); args[5] != "" && (err != nil || code > 255) {
				return fmt.Errorf("%s is no exit code: those are 0 to 255", args[5])
			}
			return nil
		},
		about: aboutContainer,
	},
	{
		topic:   "containers",
		pattern: containerWords + ` is (running|ready|waiting: \w+)`,
		meaning: "What the kubelet says of the container now: running, ready (running, and its probes pass), or what it waits for (CrashLoopBackOff, ImagePullBackOff, ContainerCreating).",
		example: `container "app" of pod "web" is waiting: CrashLoopBackOff`,
		korean: Sentence{
			Pattern: koreanContainer + `{이/가/은/는} (실행 중이다|준비되었다|준비된다|대기 중이다: \w+)`,
			Example: `파드 "web"의 컨테이너 "app"이 대기 중이다: CrashLoopBackOff`,
			Order:   koreanOfContainer(0),
			Words:   inKoreanTypes(map[string]string{"실행 중이다": "running", "준비되었다": "ready", "준비된다": "ready"}),
			Translate: translating(map[int]func(string) string{4: func(word string) string {
				if len(word) > len("대기 중이다: ") {
					return "waiting: " + word[len("대기 중이다: "):]
				}
				return word
			}}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return containersThat(s, args, "be "+args[4], func(c corev1.ContainerStatus) bool {
				switch args[4] {
				case "running":
					return c.State.Running != nil
				case "ready":
					return c.Ready && c.State.Running != nil
				}
				return c.State.Waiting != nil && "waiting: "+c.State.Waiting.Reason == args[4]
			})
		},
		about: aboutContainer,
	},
}

func aboutContainer(args []string) []Object {
	if args[2] != "" {
		return []Object{{args[2], args[3]}}
	}
	return []Object{{"pod", args[1]}}
}

// koreanTimes translates a Korean number of times into an English amount.
func koreanTimes(word string) string {
	if word == "한 번도" {
		return "no"
	}
	return koreanAmounts(strings.NewReplacer("번", "개", "많이", "많다", "적게", "적다").Replace(word))
}

// containerNamed returns the container of a sentence. Without a name, it chooses like
// kubectl: the default-container annotation of the pod, else the first container.
func containerNamed(s *scenario.Scenario, ref, name string) string {
	namespace, pod := s.Object(ref)
	p := observe.Get[*corev1.Pod](s.History().View(), namespace, pod)
	switch {
	case name != "" || p == nil:
		return name
	case p.Annotations[defaultContainer] != "":
		return p.Annotations[defaultContainer]
	}
	return p.Spec.Containers[0].Name
}

// defaultContainer is the annotation in k8s.io/kubectl/pkg/cmd/util/podcmd.
const defaultContainer = "kubectl.kubernetes.io/default-container"

// container is a container with its status in the pod.
type container struct {
	owner  string // the pod, if there are several
	name   string
	pod    *corev1.Pod
	status *corev1.ContainerStatus
}

// Describe describes the state of the container.
func (c container) Describe() string {
	if c.owner != "" {
		return c.owner + ": " + c.alone()
	}
	return c.alone()
}

func (c container) alone() string {
	switch {
	case c.pod == nil:
		return "its pod is not there"
	case c.status == nil:
		return fmt.Sprintf("the pod says nothing of a container %q: %s", c.name, observe.Describe(c.pod))
	}
	return observe.DescribeContainer(*c.status)
}

// containersThat observes a container of a pod, or of each pod of a workload. A workload
// without pods does not match.
func containersThat(s *scenario.Scenario, args []string, want string, is func(corev1.ContainerStatus) bool) (observe.Subject, types.GomegaMatcher, error) {
	matcher := observe.Satisfy(want, func(c container) bool { return c.status != nil && is(*c.status) })
	if args[2] == "" {
		namespace, name := s.Object(args[1])
		describe := fmt.Sprintf("container %q of pod %q", args[0], args[1])
		return observe.Of(observe.Pod(namespace, name), describe, func(p *corev1.Pod) any { return containerIn(args[0], p) }), matcher, nil
	}
	describe := fmt.Sprintf("container %q of the pods of %s %q", args[0], args[2], args[3])
	subject := ofPodsOf(s, describe, args[2], args[3], func(p *corev1.Pod) any {
		c := containerIn(args[0], p)
		c.owner = p.Name
		return c
	})
	return subject, ofWorkload(observe.Each(matcher)), nil
}

// containerIn returns a container of a pod; the pod may be nil.
func containerIn(name string, p *corev1.Pod) container {
	c := container{name: name, pod: p}
	if p == nil {
		return c
	}
	for _, all := range [][]corev1.ContainerStatus{p.Status.InitContainerStatuses, p.Status.ContainerStatuses, p.Status.EphemeralContainerStatuses} {
		for i := range all {
			if all[i].Name == name {
				c.status = &all[i]
			}
		}
	}
	return c
}
