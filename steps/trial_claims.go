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
		pattern: `a new pod is Running`,
		meaning: "The cluster runs a new pod, which is created for this step only and deleted with the scenario.",
		example: "a new pod is Running",
		korean:  Sentence{Pattern: `새 파드{가/는} Running 상태가 된다`, Example: "새 파드가 Running 상태가 된다"},
		read: func(s *scenario.Scenario, _ []string) (observe.Subject, types.GomegaMatcher, error) {
			return newcomerPod(s, "Running")
		},
	},
	{
		topic:   "pods",
		only:    "for", // every pod is Pending when it is created
		pattern: `a new pod is Pending`,
		meaning: "A new pod stays Pending. It is created for this step only and deleted with the scenario. A healthy cluster may need a few seconds for a pod.",
		example: "a new pod is Pending",
		korean:  Sentence{Pattern: `새 파드{가/는} Pending 상태이다`, Example: "새 파드가 Pending 상태이다"},
		read: func(s *scenario.Scenario, _ []string) (observe.Subject, types.GomegaMatcher, error) {
			return newcomerPod(s, "Pending")
		},
	},
}

// newcomerPod looks at a pod that is created for it.
func newcomerPod(s *scenario.Scenario, state string) (observe.Subject, types.GomegaMatcher, error) {
	t := &trial{scenario: s}
	is := podState(state)
	matcher := observe.Satisfy("be "+state, func(n newcomer) bool {
		ok, err := is.Match(n.pod)
		return err == nil && ok && n.refused == nil
	})
	return observe.Probe("a new pod", probePeriod, t.look), matcher, nil
}

// trial is a pod that is created to see what comes of it. Its looks come one
// after the other.
type trial struct {
	scenario *scenario.Scenario
	name     string // empty until it is created
}

// newcomer is the pod as it is, or why the API server does not take it.
type newcomer struct {
	pod     *corev1.Pod // nil if it is not there
	refused error
}

// Describe says what has come of it.
func (n newcomer) Describe() string {
	if n.refused != nil {
		return fmt.Sprintf("refused: %v", n.refused)
	}
	return observe.Describe(n.pod)
}

// look sees what has come of the pod, which it creates unless it is there.
func (t *trial) look(ctx context.Context) (any, error) {
	pods := t.scenario.Client().CoreV1().Pods(t.scenario.Namespace())
	var pod *corev1.Pod
	var err error
	if t.name == "" {
		pod, err = pods.Create(ctx, trialPod(), metav1.CreateOptions{})
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
	t.name = "" // somebody may have removed it: the next one is as new
	return newcomer{refused: err}, nil
}

// trialPod is one that nothing but the cluster itself can keep from running.
func trialPod() *corev1.Pod {
	atOnce := int64(0)
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{GenerateName: "new-"},
		Spec: corev1.PodSpec{
			TerminationGracePeriodSeconds: &atOnce,
			Containers:                    []corev1.Container{{Name: "new", Image: "busybox", Command: []string{"sleep", "infinity"}}},
		},
	}
}
