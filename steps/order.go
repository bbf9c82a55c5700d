package steps

import (
	"context"
	"sync/atomic"

	"github.com/cucumber/godog"
	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/audit"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var orderSteps = []Step{
	{
		Topic:   "order",
		Kinds:   anExpectation,
		Pattern: `^(within|never within) ` + duration.Pattern + ` this happened in this order:$`,
		Meaning: "The rows of a table (| who | did | what |) happened since the scenario began, in this order: who (kubectl, deployment-controller, " +
			"kube-scheduler, kubelet on worker-1, containerd on its node; gherkube, for steps that do not use kubectl) did (created, changed, deleted, bound, evicted, started) " +
			`what (deployment "web", a pod of deployment "web", the status of pod "web", the sandbox of pod "web", a container of pod "web"). ` +
			"Other things may have happened between two rows. \"a pod of ...\" is the same pod in all rows that have these words. " +
			"The sources are the API servers' audit logs and containerd.",
		Example: "within 30s this happened in this order:",
		Korean: Sentence{
			Pattern: "^" + duration.Korean + ` (안에|동안 한 번도 일어나지 않는다:) 다음이 이 순서로 일어난다:$`,
			Example: `30초 안에 다음이 이 순서로 일어난다:`,
			Order:   []int{1, 0}, Words: koreanFrames,
		},
		Func: happened,
		check: func(in Line, _ []string) error {
			_, err := audit.ParseOrder(in.Table, scenario.NamespaceValue)
			return err
		},
	},
}

func happened(ctx context.Context, frame, limit string, table *godog.Table) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	var last atomic.Pointer[audit.Story]
	err = expect(ctx, s, frame, limit, claim{read: func(*scenario.Scenario, []string) (observe.Subject, types.GomegaMatcher, error) {
		order, err := audit.ParseOrder(grammar.Cells(table), s.Namespace())
		return story(s, order, &last), observe.Satisfy("have happened in the order of the table", audit.Story.Complete), err
	}}, nil)
	if seen := last.Load(); seen != nil {
		s.Tell(event.Story, "", seen.Told())
	}
	return err
}

// story observes what was done since the scenario began, and keeps what it saw last.
func story(s *scenario.Scenario, order audit.Order, last *atomic.Pointer[audit.Story]) observe.Subject {
	return observe.Probe("what was done", storyPeriod, func(ctx context.Context) (any, error) {
		done, err := audit.Read(ctx, s.Cluster(), s.Began(), order.Namespaces())
		seen := audit.Story{Order: order, Actions: done}
		if err == nil {
			last.Store(&seen)
		}
		return seen, err
	})
}
