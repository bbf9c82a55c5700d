package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/boot"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var bootClaims = []claim{
	{
		topic:   "nodes",
		pattern: `the kubelet on (\S+) starts at boot`,
		meaning: "The kubelet runs in a systemd unit that systemd would start at the next boot, by any link or unit. A kubelet started otherwise, such as by systemd-run, does not count.",
		example: `the kubelet on worker-1 starts at boot`,
		korean: Sentence{
			Pattern: `(\S+)의 kubelet이 부팅할 때 시작{된다/되게 된다}`,
			Example: `worker-1의 kubelet이 부팅할 때 시작된다`,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			n, err := s.Cluster().Node(args[0])
			if err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context) (any, error) { return boot.Of(ctx, n) }
			return observe.Probe(fmt.Sprintf("the kubelet on %s", n.Name()), probePeriod, look), boot.StartAtBoot(), nil
		},
	},
}
