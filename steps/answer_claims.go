package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"
	"golang.org/x/sync/errgroup"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var answerClaims = []claim{
	{
		topic:    "answers",
		opposite: true,
		pattern:  `pod "([^"]+)" (answers|does not answer) HTTP requests`,
		meaning:  "Port 80 of the pod's address answers a request from another node with a page.",
		example:  `pod "web" answers HTTP requests`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"{이/가/은/는} HTTP 요청에 (응답한다|응답하지 않는다)`,
			Example: `파드 "web"이 HTTP 요청에 응답한다`,
			Words:   map[string]string{"응답한다": "answers", "응답하지 않는다": "does not answer"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.Object(args[0])
			pods := func(v observe.View) []*corev1.Pod {
				if p := observe.Get[*corev1.Pod](v, namespace, name); p != nil {
					return []*corev1.Pod{p}
				}
				return nil
			}
			return pages(s, fmt.Sprintf("the answers of pod %q to HTTP requests", args[0]), pods), answering(args[1] == "answers"), nil
		},
	},
	{
		topic:   "answers",
		several: true,
		pattern: `the pods of deployment "([^"]+)"(?: on (\S+))? (answer|do not answer) HTTP requests`,
		meaning: "Port 80 of every pod of the deployment answers a request from another node with a page.",
		example: `the pods of deployment "web" answer HTTP requests`,
		korean: Sentence{
			Pattern: `디플로이먼트 "([^"]+)"의(?: (\S+?)에 있는)? 파드{가/는} 모두 HTTP 요청에 (응답한다|응답하지 않는다)`,
			Example: `디플로이먼트 "web"의 파드는 모두 HTTP 요청에 응답한다`,
			Words:   map[string]string{"응답한다": "answer", "응답하지 않는다": "do not answer"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := s.Knows(args[1]); err != nil {
				return nil, nil, err
			}
			namespace, name := s.Object(args[0])
			pods := func(v observe.View) []*corev1.Pod { return selected(v, "deployment", namespace, name, args[1]) }
			describe := fmt.Sprintf("the answers of the pods of deployment %q%s to HTTP requests", args[0], onNode(args[1]))
			return pages(s, describe, pods), answering(args[2] == "answer"), nil
		},
		beyond: onNamedNode(1),
	},
	{
		topic:    "answers",
		opposite: true,
		pattern:  `kubectl gets (an|no) answer`,
		meaning:  "The API server answers a request of the administrator, or does not.",
		example:  "kubectl gets no answer",
		korean: Sentence{
			Pattern: `kubectl이 응답을 (받는다|받지 못한다)`,
			Example: `kubectl이 응답을 받지 못한다`,
			Words:   map[string]string{"받는다": "an", "받지 못한다": "no"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return observe.Probe("the API server's answer", probePeriod, s.AskAPI), answering(args[0] == "an"), nil
		},
	},
}

// answering matches if every request was answered, or if none was. An empty list of
// answers matches neither.
func answering(wanted bool) types.GomegaMatcher {
	if wanted {
		return observe.Each(traffic.BeAnAnswer())
	}
	return observe.Each(traffic.BeSilence())
}

// pages requests the first page of each pod from a node other than the pod's own.
// Pods and addresses come from the watch history, so the requests work while the API
// server is down.
func pages(s *scenario.Scenario, describe string, pods func(observe.View) []*corev1.Pod) observe.Subject {
	return observe.Probe(describe, probePeriod, func(ctx context.Context) (any, error) {
		asked := pods(s.History().View())
		answers := make([]traffic.Answer, len(asked))
		asking, ctx := errgroup.WithContext(ctx)
		for i, pod := range asked {
			asking.Go(func() (err error) {
				answers[i], err = page(ctx, s, pod)
				return err
			})
		}
		return answers, asking.Wait()
	})
}

func page(ctx context.Context, s *scenario.Scenario, pod *corev1.Pod) (traffic.Answer, error) {
	if pod.Status.PodIP == "" {
		return traffic.Answer{Who: "pod " + pod.Name, Nobody: true, Text: "it has no address yet"}, nil
	}
	from, err := nodeToAskFrom(ctx, s, pod.Spec.NodeName)
	if err != nil {
		return traffic.Answer{}, err
	}
	answers, err := traffic.OnNode(from).Ask(ctx, traffic.At("http", pod.Status.PodIP, 80), 1)
	if err != nil {
		return traffic.Answer{}, err
	}
	answers[0].Who = fmt.Sprintf("pod %s at %s, asked from %s", pod.Name, pod.Status.PodIP, from.Name())
	return answers[0], nil
}

// nodeToAskFrom returns a running node other than the named one, preferring the last.
// It skips disrupted nodes: their own fault could make the request fail.
func nodeToAskFrom(ctx context.Context, s *scenario.Scenario, not string) (cluster.Node, error) {
	nodes := s.Cluster().Nodes()
	for i := len(nodes) - 1; i >= 0; i-- {
		if nodes[i].Name() == not || s.Faults().Disrupted(nodes[i].Name()) {
			continue
		}
		if state, err := nodes[i].State(ctx); err == nil && state == cluster.Running {
			return nodes[i], nil
		}
	}
	return nil, verdict.Unseenf("no node other than %s is whole to ask from", not)
}
