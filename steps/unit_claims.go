package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const unitStates = `(active|enabled|disabled|masked|failed)`

// Claims about a systemd unit on a node.
var unitClaims = []claim{
	{
		topic:    "nodes",
		opposite: true,
		pattern:  `unit "([^"]+)" on (\S+) (is|is not) ` + unitStates,
		meaning: "What the node's systemd says of a unit, as systemctl is-active, is-failed and is-enabled do: a name without a type is that of a service. " +
			"A unit that systemd restarts again and again is active in between: say it with for. Not means that the unit exists and is in another state.",
		example: `unit "kubelet" on worker-1 is active`,
		korean: Sentence{
			Pattern: `(\S+)의 유닛 "([^"]+)"{이/가/은/는} ` + unitStates + ` (상태이다|상태가 된다|상태가 아니다)`,
			Example: `worker-1의 유닛 "kubelet"이 active 상태이다`,
			Order:   []int{1, 0, 3, 2},
			Words:   map[string]string{"상태이다": "is", "상태가 된다": "is", "상태가 아니다": "is not"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := system.CheckUnit(args[0]); err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context, n cluster.Node) (system.Unit, error) { return system.UnitOf(ctx, n, args[0]) }
			subject, err := lookOn(s, args[1], fmt.Sprintf("unit %q", args[0]), look)
			return subject, unitThat(args[2], args[3]), err
		},
		check: func(_ Line, args []string) error { return unlessValue(args[0], system.CheckUnit) },
	},
}

func unitThat(verb, state string) types.GomegaMatcher {
	if verb == "is not" {
		return observe.Satisfy("exist and be other than "+state, func(u system.Unit) bool { return u.Exists() && !u.Is(state) })
	}
	return observe.Satisfy("be "+state, func(u system.Unit) bool { return u.Is(state) })
}
