package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/onsi/gomega/types"
	appsv1 "k8s.io/api/apps/v1"

	"github.com/gherkube/gherkube/fixtures/audit"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var schedulerClaims = []claim{
	{
		topic:   "scheduling",
		pattern: `the scheduler bound the pods of deployment "([^"]+)"`,
		meaning: "kube-scheduler bound each pod of the deployment (there must be at least one) to its node, according to the API servers' audit logs. A binding by a person, another program or spec.nodeName does not count.",
		example: `the scheduler bound the pods of deployment "web"`,
		korean: Sentence{
			Pattern: `스케줄러가 디플로이먼트 "([^"]+)"의 모든 파드를 노드에 {바인딩했다/바인딩하게 된다}`,
			Example: `스케줄러가 디플로이먼트 "web"의 모든 파드를 노드에 바인딩했다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return bindingsOf(s, args[0]), observe.Satisfy("each be bound by "+audit.Scheduler, bindings.all), nil
		},
	},
	{
		topic:   "scheduling",
		pattern: `the scheduler bound at least (\d+) pods? of deployment "([^"]+)"`,
		meaning: "The same for N of its pods since the deployment was created, including deleted ones.",
		example: `the scheduler bound at least 2 pods of deployment "web"`,
		korean: Sentence{
			Pattern: `스케줄러가 디플로이먼트 "([^"]+)"의 파드를 (\d+)개 이상 노드에 {바인딩했다/바인딩하게 된다}`,
			Example: `스케줄러가 디플로이먼트 "web"의 파드를 2개 이상 노드에 바인딩했다`,
			Order:   []int{1, 0},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			n, err := atLeastOne(args[0])
			if err != nil {
				return nil, nil, err
			}
			want := fmt.Sprintf("be %d or more that %s bound", n, audit.Scheduler)
			return bindingsOf(s, args[1]), observe.Satisfy(want, func(b bindings) bool { return len(b.bound) >= n }), nil
		},
		check: func(_ Line, args []string) error {
			_, err := atLeastOne(args[0])
			return err
		},
	},
}

func atLeastOne(number string) (int, error) {
	n, err := strconv.Atoi(number)
	if err == nil && n < 1 {
		err = fmt.Errorf("at least %d is always true: ask for one or more", n)
	}
	return n, err
}

// bindings are the pods of a deployment, and those among them that the scheduler bound.
type bindings struct {
	present []string // the pods that exist
	bound   []string // by the scheduler, including pods that are gone
	lost    string   // why the log is unusable
}

// bindingsOf reads who bound the pods of a deployment since its creation.
func bindingsOf(s *scenario.Scenario, ref string) observe.Subject {
	namespace, name := s.Object(ref)
	return observe.Probe(fmt.Sprintf("the pods of deployment %q", ref), storyPeriod, func(ctx context.Context) (any, error) {
		view := s.History().View()
		d := observe.Get[*appsv1.Deployment](view, namespace, name)
		if d == nil {
			return bindings{}, nil
		}
		var found bindings
		for _, p := range view.Pods(namespace) {
			if owns(view, d, p) {
				found.present = append(found.present, p.Name)
			}
		}
		bound, err := audit.BoundBy(ctx, s.Cluster(), audit.Scheduler, namespace, d.CreationTimestamp.Add(-time.Second))
		if lost := (*audit.Incomplete)(nil); errors.As(err, &lost) && s.IsCheck() {
			// The person who is graded was root on the node that kept the log.
			found.lost = lost.Error()
			return found, nil
		}
		found.bound = slices.DeleteFunc(bound, func(pod string) bool { return !madeBy(view, d, pod) })
		return found, err
	})
}

// madeBy reports, by the pod's name, whether a ReplicaSet of the deployment created the
// pod. The ReplicaSet may be gone (k8s.io/kubernetes/pkg/controller, generateName).
func madeBy(view observe.View, d *appsv1.Deployment, pod string) bool {
	for _, rs := range observe.List[*appsv1.ReplicaSet](view, d.Namespace) {
		if rest, found := strings.CutPrefix(pod, rs.Name+"-"); found && !strings.Contains(rest, "-") && controlled(rs, d) {
			return true
		}
	}
	return false
}

func (b bindings) all() bool {
	return len(b.present) > 0 && !slices.ContainsFunc(b.present, func(pod string) bool { return !slices.Contains(b.bound, pod) })
}

// Describe says of each pod whether the scheduler bound it.
func (b bindings) Describe() string {
	if b.lost != "" {
		return "unknown: " + b.lost
	}
	var said []string
	for _, pod := range b.present {
		by := "not bound by " + audit.Scheduler
		if slices.Contains(b.bound, pod) {
			by = "bound by " + audit.Scheduler
		}
		said = append(said, pod+" "+by)
	}
	for _, pod := range b.bound {
		if !slices.Contains(b.present, pod) {
			said = append(said, pod+" (gone) bound by "+audit.Scheduler)
		}
	}
	if len(said) == 0 {
		return "there are none"
	}
	return strings.Join(said, "\n")
}
