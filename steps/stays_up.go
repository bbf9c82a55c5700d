package steps

import (
	"context"
	"time"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// startingTime bounds how long a preparation waits for pods to run.
const startingTime = 90 * time.Second

// stayingUp is how long containers must run before a preparation treats them as
// running. A program that exits at once may be reported as running until the kubelet
// relists containers, a second later (k8s.io/kubernetes/pkg/kubelet,
// genericPlegRelistPeriod).
const stayingUp = 2 * time.Second

// awaitRunning waits until an expectation of running pods is met. The expectation must
// still be met after the containers have run for stayingUp.
func awaitRunning(ctx context.Context, s *scenario.Scenario, e observe.Expectation, pods func(observe.View) []*corev1.Pod) error {
	e.Timing = observe.Within(startingTime)
	if err := s.Judge(ctx, e); err != nil {
		return err
	}
	missing := time.Until(lastStart(pods(s.History().View())).Add(stayingUp))
	if missing <= 0 {
		return nil
	}
	e.Timing = observe.For(missing)
	return s.Judge(ctx, e)
}

// lastStart returns when the most recent container of the pods started.
func lastStart(pods []*corev1.Pod) time.Time {
	var last time.Time
	for _, p := range pods {
		for _, c := range p.Status.ContainerStatuses {
			if c.State.Running != nil && c.State.Running.StartedAt.After(last) {
				last = c.State.Running.StartedAt.Time
			}
		}
	}
	return last
}
