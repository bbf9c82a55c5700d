package steps

import (
	"context"
	"fmt"
	"net/netip"
	"slices"
	"strconv"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Claims about listening ports on a node.
var portClaims = []claim{
	{
		topic:    "nodes",
		opposite: true,
		pattern:  `port (\S+) on (\S+) is (open|closed)`,
		meaning:  "Something of the node listens for TCP connections at this port, at any address of the node's own network, loopback included; or nothing does. Whether it answers is another question.",
		example:  `port 10250 on worker-1 is open`,
		korean: Sentence{
			Pattern: `(\S+)의 (\S+?)번 포트{가/는} (열려 있다|열린다|닫혀 있다|닫힌다)`,
			Example: `worker-1의 10250번 포트가 열려 있다`,
			Order:   []int{1, 0, 2},
			Words:   map[string]string{"열려 있다": "open", "열린다": "open", "닫혀 있다": "closed", "닫힌다": "closed"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			port, err := portIn(args[0])
			if err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context, n cluster.Node) (listeners, error) { return listenersAt(ctx, n, port) }
			subject, err := lookOn(s, args[1], "port "+args[0], look)
			open := args[2] == "open"
			return subject, observe.Satisfy("be "+args[2], func(all listeners) bool { return (len(all) > 0) == open }), err
		},
		check: func(_ Line, args []string) error {
			return unlessValue(args[0], func(word string) error { _, err := portIn(word); return err })
		},
		beyond: func(Line, []string) bool { return true },
	},
}

// portIn parses a port number.
func portIn(word string) (uint16, error) {
	port, err := strconv.ParseUint(word, 10, 16)
	if err != nil || port == 0 {
		return 0, fmt.Errorf("%s is no port: those are 1 to 65535", word)
	}
	return uint16(port), nil
}

// listeners are the addresses on which processes listen at a port.
type listeners []netip.AddrPort

func listenersAt(ctx context.Context, n cluster.Node, port uint16) (listeners, error) {
	all, err := system.Listeners(ctx, n)
	return slices.DeleteFunc(all, func(at netip.AddrPort) bool { return at.Port() != port }), err
}

// Describe lists the addresses.
func (all listeners) Describe() string {
	return describeEach("nothing listens there", all, func(at netip.AddrPort) string { return "something listens at " + at.String() })
}
