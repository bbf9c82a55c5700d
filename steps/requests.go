package steps

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/poll"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const koreanSender = `(?:파드 "([^"]+)"|노드 (\S+?)|(이 컴퓨터))`

const goOn = "The requests go on in the background until the scenario ends: 10 a second, each over its own connection, with 2s for its answer. " +
	"The step waits until they have been answered for a second; they count from there. "

// Steps about background requests of a scenario.
var requestSteps = []Step{
	{
		Topic:   "availability",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^requests to ` + whomTheyAsk + ` from ` + whoAsks + ` go on all the time$`,
		Meaning: goOn + "The target is an http or udp URL with an address, port 80 of a pod, or a Service: its own address and first port, or its node port on a node. " +
			"A request fails if no answer comes, if the answer breaks off, or if its status is 400 or higher.",
		Example: `requests to service "web" from pod "client" go on all the time`,
		Korean: Sentence{
			Pattern: `^` + koreanSender + `{이/가} ` + koreanWhom + `에 요청을 계속 보{낸다/내고/내면}$`,
			Example: `파드 "client"가 서비스 "web"에 요청을 계속 보낸다`,
			Order:   []int{4, 5, 6, 0, 1, 3, 2}, Words: koreanAsking,
		},
		Func: func(ctx context.Context, url, pod, service, node, fromPod, fromNode, machine string) error {
			return beginRequests(ctx, pagesOf([]string{url, pod, service, node, fromPod, fromNode, machine}))
		},
		begins: pagesOf,
		check: func(in Line, words []string) error {
			m := pagesOf(words)
			if err := onlyOnce(in, m); err != nil {
				return err
			}
			return m.canBeSent()
		},
	},
	{
		Topic:   "availability",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^requests to the API server go on all the time$`,
		Meaning: goOn + "They come from this machine, with administrator rights, as those of kubectl do, and read an object that is in etcd. A refusal is an answer.",
		Example: `requests to the API server go on all the time`,
		Korean:  Sentence{Pattern: `^API 서버에 요청을 계속 보{낸다/내고/내면}$`, Example: `API 서버에 요청을 계속 보낸다`},
		Func:    func(ctx context.Context) error { return beginRequests(ctx, requestsToAPI(nil)) },
		begins:  requestsToAPI,
		check:   func(in Line, _ []string) error { return onlyOnce(in, requestsToAPI(nil)) },
	},
	{
		Topic:   "availability",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^lookups of "([^"]+)" from (?:pod "([^"]+)"|node (\S+)) go on all the time$`,
		Meaning: goOn + "Each asks the first name server of the pod or node for the IPv4 addresses of a name, by its search list. A lookup fails if no answer comes, or one without an address.",
		Example: `lookups of "web" from pod "client" go on all the time`,
		Korean: Sentence{
			Pattern: `^(?:파드 "([^"]+)"|노드 (\S+?)){이/가} 이름 "([^"]+)"{을/를} 계속 조회{한다/하고/하면}$`,
			Example: `파드 "client"가 이름 "web"을 계속 조회한다`,
			Order:   []int{1, 2, 0},
		},
		Func: func(ctx context.Context, name, pod, node string) error {
			return beginRequests(ctx, lookupsOf([]string{name, pod, node}))
		},
		begins: lookupsOf,
		check:  func(in Line, words []string) error { return onlyOnce(in, lookupsOf(words)) },
	},
}

func pagesOf(words []string) monitored {
	return monitored{to: whom(words[:4]), from: who(words[4:7]), machine: words[6] != ""}
}

func requestsToAPI([]string) monitored { return monitored{api: true, machine: true} }

func lookupsOf(words []string) monitored {
	return monitored{lookup: true, name: words[0], from: scenario.Requester{Pod: words[1], Node: words[2]}}
}

func beginRequests(ctx context.Context, m monitored) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	if _, err := monitorOf(s, m); err == nil {
		return verdict.Defectf("%s go on already", m)
	}
	if err := makesSense(s, []scenario.Requester{m.from}, m.to); err != nil {
		return verdict.Defectf("%w", err)
	}
	stream, err := streamOf(ctx, s, m)
	if err != nil {
		return err
	}
	return s.StartMonitor(ctx, m.String(), m, stream)
}

// streamOf returns the function that starts the requests. Their target is resolved to
// an address now, and does not change later.
func streamOf(ctx context.Context, s *scenario.Scenario, m monitored) (func() (traffic.Stream, error), error) {
	switch {
	case m.api:
		return func() (traffic.Stream, error) { return s.APIRequests() }, nil
	case m.lookup:
		return func() (traffic.Stream, error) {
			netns, err := s.Netns(m.from)
			if err != nil {
				return nil, err
			}
			return netns.Lookups(m.name), nil
		}, nil
	}
	r, err := requestAtOnce(ctx, s, m.to)
	if err != nil {
		return nil, err
	}
	if m.machine {
		return streamFromHere(ctx, s, m.from, r)
	}
	return func() (traffic.Stream, error) {
		netns, err := s.Netns(m.from)
		if err != nil {
			return nil, err
		}
		return netns.Pages(r)
	}, nil
}

// streamFromHere returns the function that starts the requests of this machine.
func streamFromHere(ctx context.Context, s *scenario.Scenario, from scenario.Requester, r traffic.Request) (func() (traffic.Stream, error), error) {
	place, err := s.Place(ctx, from)
	if err != nil {
		return nil, err
	}
	return func() (traffic.Stream, error) {
		if stand, instead := place.(traffic.Netns); instead {
			return stand.Pages(r)
		}
		return place.(traffic.Here).Pages(r), nil
	}, nil
}

// targetTime bounds the wait for a target: the watch may report a Service a moment
// after its creation.
const targetTime = 5 * time.Second

// requestAtOnce returns the request for a target, as soon as the target exists.
func requestAtOnce(ctx context.Context, s *scenario.Scenario, to target) (traffic.Request, error) {
	waiting, cancel := context.WithTimeout(ctx, targetTime)
	defer cancel()
	var r traffic.Request
	var wrong error
	err := poll.Until(waiting, traffic.Period, func(context.Context) error {
		var missing string
		if r, missing, wrong = requestTo(s, to); wrong == nil && missing != "" {
			return fmt.Errorf("%s cannot be asked: %s", to, missing)
		}
		return nil
	})
	if err != nil && ctx.Err() != nil {
		return r, verdict.Unseenf("%w: %w", err, context.Cause(ctx))
	}
	return r, errors.Join(wrong, err)
}
