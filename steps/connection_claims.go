package steps

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var connectionClaims = []claim{
	{
		topic:   "connections",
		several: true,
		pattern: `only (\S+) is connected to port (\d+) on (\S+)`,
		meaning: "At least one process has a TCP connection to this port of the node, and all such processes, on any node, have this name. The server's connections to itself do not count.",
		example: "only kube-apiserver is connected to port 2379 on control-plane-1",
		korean: Sentence{
			Pattern: `(\S+)의 (\d+)번 포트에{는/} (\S+)만 연결되어 있다`,
			Example: "control-plane-1의 2379번 포트에는 kube-apiserver만 연결되어 있다",
			Order:   []int{2, 1, 0},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			n, err := s.Cluster().Node(args[2])
			if err != nil {
				return nil, nil, err
			}
			port, err := strconv.Atoi(args[1])
			if err != nil {
				return nil, nil, err
			}
			describe := fmt.Sprintf("the clients of port %d on %s", port, n.Name())
			return observe.Probe(describe, probePeriod, func(ctx context.Context) (any, error) {
				found, err := traffic.Clients(ctx, s.Cluster(), n, port)
				return clients(found), err
			}), onlyClients(args[0]), nil
		},
		beyond: func(Line, []string) bool { return true },
	},
}

// clients are the clients connected to a port.
type clients []traffic.Client

// Describe counts the connections of each client.
func (all clients) Describe() string {
	count := map[string]int{}
	var names []string
	for _, c := range all {
		if count[c.String()]++; count[c.String()] == 1 {
			names = append(names, c.String())
		}
	}
	if len(names) == 0 {
		return "nobody"
	}
	slices.Sort(names)
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (connections: %d)", name, count[name])
	}
	return strings.Join(names, "\n")
}

func onlyClients(process string) types.GomegaMatcher {
	return observe.Satisfy("be only "+process, func(all clients) bool {
		return len(all) > 0 && !slices.ContainsFunc(all, func(c traffic.Client) bool { return !c.Is(process) })
	})
}
