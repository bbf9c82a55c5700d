package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var trialClaims = []claim{
	{
		topic:   "pods",
		only:    "within", // no pod is Running from the first look on
		pattern: `a new pod(?: on (\S+))? is Running`,
		meaning: "The cluster runs a new pod, which is created for this step only and deleted with the scenario. A node is what the pod asks the scheduler for: a taint or a cordon keeps it away.",
		example: "a new pod on worker-1 is Running",
		korean:  Sentence{Pattern: `(?:(\S+)에서 )?새 파드{가/는} Running 상태가 된다`, Example: "worker-1에서 새 파드가 Running 상태가 된다"},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return newcomerPod(s, args[0], "Running")
		},
		beyond: onNamedNode(0),
	},
	{
		topic:   "pods",
		only:    "for", // every pod is Pending when it is created
		pattern: `a new pod(?: on (\S+))? is Pending`,
		meaning: "A new pod, which may ask for a node, stays Pending. It is created for this step only and deleted with the scenario. A healthy cluster may need a few seconds for a pod.",
		example: "a new pod is Pending",
		korean:  Sentence{Pattern: `(?:(\S+)에서 )?새 파드{가/는} Pending 상태이다`, Example: "새 파드가 Pending 상태이다"},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return newcomerPod(s, args[0], "Pending")
		},
		beyond: onNamedNode(0),
	},
}

// newcomerPod observes a pod that is created for the claim.
func newcomerPod(s *scenario.Scenario, node, state string) (observe.Subject, types.GomegaMatcher, error) {
	if err := s.Knows(node); err != nil {
		return nil, nil, err
	}
	t := &trial{scenario: s, node: node}
	is := podState(state)
	matcher := observe.Satisfy("be "+state, func(n newcomer) bool {
		ok, err := is.Match(n.pod)
		return err == nil && ok && n.refused == nil
	})
	return observe.Probe("a new pod"+onNode(node), probePeriod, t.look), matcher, nil
}

// trial is a pod that is created to observe what happens to it. It is not safe for
// concurrent use.
type trial struct {
	scenario *scenario.Scenario
	node     string // the node that the pod asks for; empty for any
	name     string // empty until it is created
}

// newcomer is the pod as observed, or the API server's reason for rejecting it.
type newcomer struct {
	pod     *corev1.Pod // nil if it does not exist
	refused error
}

// Describe says what happened to the pod.
func (n newcomer) Describe() string {
	if n.refused != nil {
		return fmt.Sprintf("refused: %v", n.refused)
	}
	return observe.Describe(n.pod)
}

// look observes the pod, and creates it first if it does not exist.
func (t *trial) look(ctx context.Context) (any, error) {
	pods := t.scenario.Client().CoreV1().Pods(t.scenario.Namespace())
	var pod *corev1.Pod
	var err error
	if t.name == "" {
		pod, err = pods.Create(ctx, trialPod(t.node), metav1.CreateOptions{})
	} else {
		pod, err = pods.Get(ctx, t.name, metav1.GetOptions{})
	}
	if err == nil {
		t.name = pod.Name
		t.scenario.AddTrial(pod.Name)
		return newcomer{pod: pod}, nil
	}
	var unseen *verdict.Unseen
	if err = scenario.Asking(err, "a new pod"); errors.As(err, &unseen) {
		return nil, err
	}
	t.name = "" // another client may have removed it: the next pod is just as new
	return newcomer{refused: err}, nil
}

// trialPod returns a pod that only the cluster itself can keep from running.
func trialPod(node string) *corev1.Pod {
	atOnce := int64(0)
	var selector map[string]string
	if node != "" {
		selector = map[string]string{corev1.LabelHostname: node}
	}
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{GenerateName: "new-"},
		Spec: corev1.PodSpec{
			TerminationGracePeriodSeconds: &atOnce,
			NodeSelector:                  selector,
			Containers:                    []corev1.Container{{Name: "new", Image: "busybox", Command: []string{"sleep", "infinity"}}},
		},
	}
}
