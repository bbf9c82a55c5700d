package steps

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var nodeClaims = []claim{
	{
		topic:     "nodes",
		ofObjects: true,
		pattern:   `node (\S+) is NotReady because of "([^"]+)"`,
		meaning:   "The node's kubelet reports it not ready, with these words.",
		example:   `node worker-1 is NotReady because of "container runtime"`,
		korean: Sentence{
			Pattern: `노드 (\S+?){이/가/은/는} "([^"]+)" 때문에 NotReady 상태{이다/가 된다}`,
			Example: `노드 worker-1이 "container runtime" 때문에 NotReady 상태가 된다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return nodeIs(s, args[0], gomega.And(observe.BeNotReady(), reporting(args[1])))
		},
	},
	{
		topic:     "nodes",
		ofObjects: true,
		pattern:   `node (\S+) has the taint "([^":]+):(NoSchedule|PreferNoSchedule|NoExecute)"`,
		meaning:   "The node has this taint.",
		example:   `node worker-1 has the taint "node.kubernetes.io/unreachable:NoExecute"`,
		korean: Sentence{
			Pattern: `노드 (\S+?)에 테인트 "([^":]+):(NoSchedule|PreferNoSchedule|NoExecute)"{이/가} {있다/생긴다}`,
			Example: `노드 worker-1에 테인트 "node.kubernetes.io/unreachable:NoExecute"가 생긴다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return nodeIs(s, args[0], observe.HaveTaint(args[1], corev1.TaintEffect(args[2])))
		},
	},
	{
		topic:   "nodes",
		pattern: `node (\S+) runs no container of the pods "([^"]+)"`,
		meaning: "The node's runtime has no sandbox for these pods, according to the node itself.",
		example: `node worker-1 runs no container of the pods "stranded"`,
		korean: Sentence{
			Pattern: `노드 (\S+?)에 "([^"]+)"{이라고/라고} 부른 파드의 컨테이너가 없다`,
			Example: `노드 worker-1에 "stranded"라고 부른 파드의 컨테이너가 없다`,
		},
		read:  readSandboxes,
		check: func(in Line, args []string) error { return in.given.needPods(args[1]) },
	},
}

// nodeIs rejects the name of a node that the cluster does not have: a claim about such
// a node could never be true.
func nodeIs(s *scenario.Scenario, name string, m types.GomegaMatcher) (observe.Subject, types.GomegaMatcher, error) {
	if err := s.Knows(name); err != nil {
		return nil, nil, err
	}
	return observe.Node(name), m, nil
}

// sandboxScript lists the sandboxes with any of some labels.
const sandboxScript = `set -e
for label; do crictl pods --quiet --label "$label"; done`

func readSandboxes(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
	n, err := s.Cluster().Node(args[0])
	if err != nil {
		return nil, nil, err
	}
	uids, err := uidsCalled(s, args[1])
	if err != nil {
		return nil, nil, err
	}
	var labels []string
	for _, uid := range uids {
		labels = append(labels, "io.kubernetes.pod.uid="+string(uid))
	}
	look := func(ctx context.Context) (any, error) {
		out, err := cluster.Output(ctx, n, sandboxScript, labels...)
		if err != nil {
			return nil, verdict.Unseenf("asking the runtime of %s for its sandboxes: %w", n.Name(), err)
		}
		return strings.Fields(out), nil
	}
	return observe.Probe(`sandboxes of the pods "`+args[1]+`" on `+n.Name(), probePeriod, look), gomega.BeEmpty(), nil
}

// reporting matches a node whose Ready condition contains these words.
func reporting(words string) types.GomegaMatcher {
	return observe.Satisfy(fmt.Sprintf("report %q", words), func(n *corev1.Node) bool {
		return n != nil && slices.ContainsFunc(n.Status.Conditions, func(c corev1.NodeCondition) bool {
			return c.Type == corev1.NodeReady && strings.Contains(c.Message, words)
		})
	})
}
