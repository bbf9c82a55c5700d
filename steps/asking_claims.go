package steps

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/onsi/gomega/types"
	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Who asks whom, and what is got: groups that the claims below are made of.
const (
	whoAsks     = `(?:pod "([^"]+)"|node (\S+)|(this machine))`
	whatIsGot   = `(?:(an answer|no answer)|"([^"]+)")`
	whomTheyAsk = `(?:"([a-z]+://[^"]+)"|pod "([^"]+)"|service "([^"]+)"(?: on (\S+))?)`

	koreanWhoAsks   = `(?:파드 "([^"]+)"|노드 (\S+?)|(이 컴퓨터))`
	koreanWhatIsGot = `(?:(응답을 받는다|응답을 받지 못한다)|"([^"]+)"{을/를} 받는다)`
	koreanWhom      = `(?:"([a-z]+://[^"]+)"|파드 "([^"]+)"|(?:(\S+)의 )?서비스 "([^"]+)")`
)

var koreanAsking = map[string]string{
	"이 컴퓨터": "this machine", "응답을 받는다": "an answer", "응답을 받지 못한다": "no answer",
}

const askingMeaning = "The result of a request to a URL (http, https or udp), to port 80 of a pod, or to a Service: " +
	"its own address and first port, or its node port on a node. An answer is a response without an error; " +
	"no answer is silence or a refusal. Words are matched whole in the response: \"1\" is not in \"10\", and \"10...\" is in \"100\". "

// who reads what whoAsks captured.
func who(args []string) scenario.Requester { return scenario.Requester{Pod: args[0], Node: args[1]} }

var askingClaims = []claim{
	{
		topic:    "answers",
		opposite: true,
		pattern:  whoAsks + ` gets ` + whatIsGot + ` from ` + whomTheyAsk,
		meaning:  askingMeaning + "This machine is outside the cluster. Requests from a pod resolve names as the pod does.",
		example:  `pod "client" gets "Welcome" from "http://web"`,
		korean: Sentence{
			Pattern: koreanWhoAsks + `{이/가/은/는} ` + koreanWhom + `에서 ` + koreanWhatIsGot,
			Example: `파드 "client"가 "http://web"에서 "Welcome"을 받는다`,
			Order:   []int{0, 1, 2, 5, 6, 8, 7, 3, 4}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return askedBy(s, []scenario.Requester{who(args[0:3])}, whom(args[5:9]), got(args[3:5]))
		},
		check: func(_ Line, args []string) error { return gotSomething(args[3:5]) },
	},
	{
		topic:   "answers",
		several: true,
		pattern: `every node gets ` + whatIsGot + ` from ` + whomTheyAsk,
		meaning: "The same for a request from each node of the cluster.",
		example: `every node gets an answer from service "web"`,
		korean: Sentence{
			Pattern: `모든 노드가 ` + koreanWhom + `에서 ` + koreanWhatIsGot,
			Example: `모든 노드가 서비스 "web"에서 응답을 받는다`,
			Order:   []int{2, 3, 5, 4, 0, 1}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return askedBy(s, s.EveryNode(), whom(args[2:6]), got(args[0:2]))
		},
		check: func(_ Line, args []string) error { return gotSomething(args[0:2]) },
	},
	{
		topic:   "answers",
		several: true,
		pattern: `(\d+) requests from ` + whoAsks + ` to ` + whomTheyAsk + ` reach every pod of deployment "([^"]+)"`,
		meaning: "Each pod of the deployment answers at least one of N requests. The pods must answer with their names.",
		example: `60 requests from pod "client" to service "web" reach every pod of deployment "web"`,
		korean: Sentence{
			Pattern: koreanWhoAsks + `{이/가} ` + koreanWhom + `{으로/로} 보낸 요청 (\d+)개가 디플로이먼트 "([^"]+)"의 모든 파드에 닿는다`,
			Example: `파드 "client"가 서비스 "web"으로 보낸 요청 60개가 디플로이먼트 "web"의 모든 파드에 닿는다`,
			Order:   []int{1, 2, 3, 4, 5, 7, 6, 0, 8}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return spread(s, args[0], who(args[1:4]), whom(args[4:8]), args[8])
		},
	},
}

// gotSomething refuses words that stand in every answer.
func gotSomething(args []string) error {
	if args[0] == "" && phrase.Of(args[1]).Empty() {
		return errors.New("every answer holds these words: say which, or gets an answer")
	}
	return nil
}

// got matches an answer by what whatIsGot captured.
func got(args []string) types.GomegaMatcher {
	switch args[0] {
	case "an answer":
		return traffic.BeAnAnswer()
	case "no answer":
		return traffic.BeSilence()
	}
	return traffic.Say(args[1])
}

// askedBy is what each of those who ask gets from one who is asked.
func askedBy(s *scenario.Scenario, from []scenario.Requester, to target, got types.GomegaMatcher) (observe.Subject, types.GomegaMatcher, error) {
	if err := makesSense(s, from, to); err != nil {
		return nil, nil, err
	}
	look := func(ctx context.Context) (any, error) {
		answers := make([]traffic.Answer, len(from))
		asking, ctx := errgroup.WithContext(ctx)
		for i := range from {
			asking.Go(func() error {
				got, err := send(ctx, s, from[i], to, 1)
				if err == nil {
					answers[i] = got[0]
				}
				return err
			})
		}
		return answers, asking.Wait()
	}
	return observe.Probe("what is got from "+to.String(), probePeriod, look), observe.Each(got), nil
}

// spread is how many of some requests the pods of a deployment answer.
func spread(s *scenario.Scenario, number string, from scenario.Requester, to target, ref string) (observe.Subject, types.GomegaMatcher, error) {
	if err := makesSense(s, []scenario.Requester{from}, to); err != nil {
		return nil, nil, err
	}
	times, err := strconv.Atoi(number)
	if err != nil || times == 0 {
		return nil, nil, fmt.Errorf("%s requests reach nobody", number)
	}
	look := func(ctx context.Context) (any, error) {
		answers, err := send(ctx, s, from, to, times)
		if err != nil {
			return nil, err
		}
		return traffic.SpreadOver(namesOfPods(s, ref), answers), nil
	}
	describe := fmt.Sprintf("%d requests from %s to %s", times, from, to)
	return observe.Probe(describe, probePeriod, look), traffic.ReachEach(), nil
}

func namesOfPods(s *scenario.Scenario, deployment string) []string {
	namespace, name := s.Object(deployment)
	var names []string
	for _, pod := range selected(s.History().View(), "deployment", namespace, name, "") {
		names = append(names, pod.Name)
	}
	return names
}
