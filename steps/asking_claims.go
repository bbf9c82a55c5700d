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
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Patterns of the client, the target, the request and the expected answer.
const (
	whoAsks     = `(?:pod "([^"]+)"|node (\S+)|(this machine))`
	whatIsGot   = `(?:(an answer|no answer)|status (\d{3})(?: and "([^"]+)")?|a refusal of TLS (1\.[23])|"([^"]+)")`
	whomTheyAsk = `(?:"([a-z]+://[^"]+)"|pod "([^"]+)"|service "([^"]+)"(?: on (\S+))?)`
	howTheyAsk  = `(?: with header "([^"]+)")?(?: over TLS (1\.[23]))?`

	koreanWhoAsks   = `(?:파드 "([^"]+)"|노드 (\S+?)|(이 컴퓨터))`
	koreanWhatIsGot = `(?:(응답을 받는다|응답을 받지 못한다)|상태 (\d{3})(?:{과/와} "([^"]+)")?{을/를} 받는다|TLS (1\.[23]) 거부를 받는다|"([^"]+)"{을/를} 받는다)`
	koreanWhom      = `(?:"([a-z]+://[^"]+)"|파드 "([^"]+)"|(?:(\S+)의 )?서비스 "([^"]+)")`
	koreanHow       = `(?: 헤더 "([^"]+)"{으로/로})?(?: TLS (1\.[23]){으로/로})?`
)

var koreanAsking = map[string]string{
	"이 컴퓨터": "this machine", "응답을 받는다": "an answer", "응답을 받지 못한다": "no answer",
}

const askingMeaning = "The result of a request to a URL (http, https or udp), to port 80 of a pod, or to a Service: " +
	"its own address and first port, or its node port on a node. An answer is a response without an error; " +
	"no answer is silence or a refusal. A status is that of HTTP. Over https, a Host header also names the server that TLS asks for; a refusal of a version of TLS is the server's own. Words are matched whole in the response: \"1\" is not in \"10\", and \"10...\" is in \"100\". "

// who builds a Requester from the captures of whoAsks.
func who(args []string) scenario.Requester { return scenario.Requester{Pod: args[0], Node: args[1]} }

var askingClaims = []claim{
	{
		topic:    "answers",
		opposite: true,
		pattern:  whoAsks + ` gets ` + whatIsGot + ` from ` + whomTheyAsk + howTheyAsk,
		meaning:  askingMeaning + "This machine is outside the cluster. Requests from a pod resolve names as the pod does.",
		example:  `pod "client" gets status 200 and "Welcome" from "http://web" with header "Host: shop.example"`,
		korean: Sentence{
			Pattern: koreanWhoAsks + `{이/가/은/는} ` + koreanWhom + `에서` + koreanHow + ` ` + koreanWhatIsGot,
			Example: `파드 "client"가 "http://web"에서 헤더 "Host: shop.example"로 상태 200과 "Welcome"을 받는다`,
			Order:   []int{0, 1, 2, 8, 9, 11, 10, 12, 13, 3, 4, 5, 6, 7}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return askedBy(s, []scenario.Requester{who(args[0:3])}, whom(args[8:12]).asked(args[12:14], args[6]), got(args[3:8]))
		},
		check: func(_ Line, args []string) error { return canBeGot(args[3:8], args[8:12], args[12:14]) },
	},
	{
		topic:   "answers",
		several: true,
		pattern: `every node gets ` + whatIsGot + ` from ` + whomTheyAsk + howTheyAsk,
		meaning: "The same for a request from each node of the cluster.",
		example: `every node gets an answer from service "web"`,
		korean: Sentence{
			Pattern: `모든 노드가 ` + koreanWhom + `에서` + koreanHow + ` ` + koreanWhatIsGot,
			Example: `모든 노드가 서비스 "web"에서 응답을 받는다`,
			Order:   []int{5, 6, 8, 7, 9, 10, 0, 1, 2, 3, 4}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return askedBy(s, s.EveryNode(), whom(args[5:9]).asked(args[9:11], args[3]), got(args[0:5]))
		},
		check: func(_ Line, args []string) error { return canBeGot(args[0:5], args[5:9], args[9:11]) },
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
			return spread(s, args[0], who(args[1:4]), whom(args[4:8]), args[8], traffic.ReachEach())
		},
	},
	{
		topic:   "answers",
		several: true,
		pattern: `of (\d+) requests from ` + whoAsks + ` to ` + whomTheyAsk + howTheyAsk + `,? (\d+)% to (\d+)% reach deployment "([^"]+)"`,
		meaning: "The pods of the deployment answer this share of N requests, each over its own connection; both ends count. The pods must answer with their names. Those without an answer reach nobody.",
		example: `of 200 requests from pod "client" to "http://gateway", 15% to 25% reach deployment "new"`,
		korean: Sentence{
			Pattern: koreanWhoAsks + `{이/가} ` + koreanWhom + `{으로/로}` + koreanHow + ` 보낸 요청 (\d+)개 중 (\d+)%에서 (\d+)%{이/가} 디플로이먼트 "([^"]+)"에 닿는다`,
			Example: `파드 "client"가 "http://gateway"로 보낸 요청 200개 중 15%에서 25%가 디플로이먼트 "new"에 닿는다`,
			Order:   []int{1, 2, 3, 4, 5, 7, 6, 8, 9, 0, 10, 11, 12}, Words: koreanAsking,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			least, most, err := shareIn(args[0], args[10], args[11])
			if err != nil {
				return nil, nil, err
			}
			return spread(s, args[0], who(args[1:4]), whom(args[4:8]).asked(args[8:10], ""), args[12], traffic.ReachShare(least, most))
		},
		check: func(_ Line, args []string) error {
			if _, _, err := shareIn(args[0], args[10], args[11]); err != nil {
				return err
			}
			return canBeAsked(whom(args[4:8]).asked(args[8:10], ""))
		},
	},
	{
		topic:    "answers",
		opposite: true,
		pattern:  whoAsks + ` (can|cannot) connect to "([^"\s]+)"`,
		meaning:  "A TCP connection to a host and port is made, or is refused or not answered within 2s. The host has to be known: of an unknown name, neither is true. Nothing is said over the connection.",
		example:  `pod "client" can connect to "db:5432"`,
		korean: Sentence{
			Pattern: koreanWhoAsks + `{이/가/은/는} "([^"\s]+)"에 연결할 수 (있다|없다|있게 된다|없게 된다)`,
			Example: `파드 "client"가 "db:5432"에 연결할 수 있다`,
			Order:   []int{0, 1, 2, 4, 3},
			Words:   map[string]string{"이 컴퓨터": "this machine", "있다": "can", "있게 된다": "can", "없다": "cannot", "없게 된다": "cannot"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			is := traffic.BeAConnection()
			if args[3] == "cannot" {
				is = traffic.BeNoConnection()
			}
			return askedBy(s, []scenario.Requester{who(args[0:3])}, target{address: args[4]}, is)
		},
		check: func(_ Line, args []string) error {
			return unlessValue(args[4], func(address string) error {
				_, err := traffic.Connection(address)
				return err
			})
		},
	},
}

// canBeGot refuses an expected text that every answer contains, and invalid requests.
func canBeGot(got, to, how []string) error {
	if got[0]+got[1]+got[3] == "" && phrase.Of(got[4]).Empty() || got[2] != "" && phrase.Of(got[2]).Empty() {
		return errors.New("every answer holds these words: say which, or gets an answer")
	}
	if got[3] != "" && how[1] != "" {
		return errors.New("a refusal of TLS is that of the version which it names: leave out over TLS")
	}
	return canBeAsked(whom(to).asked(how, got[3]))
}

// canBeAsked refuses a header or a TLS version that the request cannot have.
func canBeAsked(to target) error {
	if grammar.Placeholder.MatchString(to.url + to.header) {
		return nil
	}
	r := traffic.At("http", "pod", 80)
	if to.url != "" {
		var err error
		if r, err = traffic.Parse(to.url); err != nil {
			return err
		}
	}
	_, err := to.modified(r)
	return err
}

// shareIn parses the number of requests and the bounds of a share of them.
func shareIn(number, from, to string) (least, most int, err error) {
	const enough = 1000
	n, err := strconv.Atoi(number)
	if err != nil || n == 0 || n > enough {
		return 0, 0, fmt.Errorf("%s requests: send 1 to %d", number, enough)
	}
	if least, err = strconv.Atoi(from); err != nil {
		return 0, 0, err
	}
	if most, err = strconv.Atoi(to); err != nil {
		return 0, 0, err
	}
	switch {
	case least > most || most > 100:
		return 0, 0, fmt.Errorf("%d%% to %d%% is no share: the first has to be less than the second, which is at most 100%%", least, most)
	case least == 0 && most == 100:
		return 0, 0, errors.New("0% to 100% is always true: nothing could fail")
	}
	return least, most, nil
}

// got returns the matcher for the answer that whatIsGot captured.
func got(args []string) types.GomegaMatcher {
	switch args[0] {
	case "an answer":
		return traffic.BeAnAnswer()
	case "no answer":
		return traffic.BeSilence()
	}
	switch {
	case args[1] != "":
		status, _ := strconv.Atoi(args[1]) // three digits
		return traffic.HaveStatus(status, args[2])
	case args[3] != "":
		return traffic.RefuseTLS(args[3])
	}
	return traffic.Say(args[4])
}

// askedBy probes a target from each client and matches every answer.
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

// spread counts how many of the requests the pods of a deployment answer.
func spread(s *scenario.Scenario, number string, from scenario.Requester, to target, ref string, reach types.GomegaMatcher) (observe.Subject, types.GomegaMatcher, error) {
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
	return observe.PatientProbe(describe, probePeriod, look), reach, nil
}

func namesOfPods(s *scenario.Scenario, deployment string) []string {
	namespace, name := s.Object(deployment)
	var names []string
	for _, pod := range selected(s.History().View(), "deployment", namespace, name, "") {
		names = append(names, pod.Name)
	}
	return names
}
