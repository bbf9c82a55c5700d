package steps

import (
	"context"
	"time"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// startingTime is how long a preparation waits for pods to run.
const startingTime = 90 * time.Second

// stayingUp is how long containers have to run before a preparation takes them
// for running. One whose program ends at once may be reported as running until
// the kubelet lists containers again, a second later
// (k8s.io/kubernetes/pkg/kubelet, genericPlegRelistPeriod).
const stayingUp = 2 * time.Second

// awaitRunning waits until an expectation of running pods is met, and is still
// met when the containers of the pods have run for a while.
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

// lastStart is when the youngest container of the pods was started.
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
