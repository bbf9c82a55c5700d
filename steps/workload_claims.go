package steps

import (
	"maps"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Claims about workloads and the number of their pods.
var workloadClaims = []claim{
	{
		topic:   "workloads",
		pattern: workloadWords + ` "([^"]+)" has ` + amountWords + ` (ready )?pods?(?: on (\S+))?`,
		meaning: "It has so many pods: exactly N unless the sentence says at least, at most, more than or fewer than. Pods count in any state, also while they are being deleted; " +
			"ready ones run, are ready and are not being deleted, according to the pods themselves. The workload must exist.",
		example: `deployment "web" has at least 2 ready pods`,
		korean: Sentence{
			Pattern: koreanWorkload + ` "([^"]+)"의 (준비된 )?파드가(?: (\S+?)에)? ` + koreanAmount,
			Example: `디플로이먼트 "web"의 준비된 파드가 적어도 2개 있다`,
			Order:   []int{0, 1, 3, 4, 2},
			Words:   koreanWorkloads, Translate: translating(map[int]func(string) string{2: koreanAmounts}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := s.Knows(args[4]); err != nil {
				return nil, nil, err
			}
			count, err := parseAmount(args[2])
			if err != nil {
				return nil, nil, err
			}
			pods := podsOf
			if args[3] != "" {
				pods = readyPods
			}
			return pods(s, args[0], args[1], args[4]), ofWorkload(count.inNumber()), nil
		},
		check:  isAmount(2),
		beyond: func(_ Line, args []string) bool { return args[0] != "daemonset" && args[4] != "" },
		about:  aboutWorkload,
	},
	{
		topic:   "workloads",
		pattern: `(deployment|statefulset|daemonset|replicaset) "([^"]+)" has rolled out`,
		meaning: "As kubectl rollout status has it: its controller has seen the last change, it has as many pods as wanted, all of the newest template, all ready, and none of an older one.",
		example: `statefulset "db" has rolled out`,
		korean: Sentence{
			Pattern: `(디플로이먼트|스테이트풀셋|데몬셋|레플리카셋) "([^"]+)"의 롤아웃이 끝{났다/난다}`,
			Example: `스테이트풀셋 "db"의 롤아웃이 끝난다`,
			Words:   koreanWorkloads,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.Object(args[1])
			workload := map[string]func(string, string) observe.Subject{
				"deployment": observe.Deployment, "statefulset": observe.StatefulSet,
				"daemonset": observe.DaemonSet, "replicaset": observe.ReplicaSet,
			}[args[0]]
			return workload(namespace, name), observe.BeRolledOut(), nil
		},
		about: aboutWorkload,
	},
}

func aboutWorkload(args []string) []Object { return []Object{{args[0], args[1]}} }

// koreanWorkloads translates the words for workloads, and for ready pods.
var koreanWorkloads = func() map[string]string {
	words := maps.Clone(koreanTypes)
	words["준비된 "] = "ready "
	return words
}()
