package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Claims about the kernel parameters of a node.
var sysctlClaims = []claim{
	{
		topic:    "nodes",
		opposite: true,
		pattern:  `sysctl "([^"]+)" on (\S+) (is|is not) "([^"]+)"`,
		meaning:  "The kernel parameter has this value on the node now, or another one. Consecutive spaces count as one.",
		example:  `sysctl "net.ipv4.ip_forward" on worker-1 is "1"`,
		korean: Sentence{
			Pattern: `(\S+)의 sysctl "([^"]+)"{이/가/은/는} "([^"]+)"` + koreanIsWords,
			Example: `worker-1의 sysctl "net.ipv4.ip_forward"가 "1"이다`,
			Order:   []int{1, 0, 3, 2}, Words: koreanIs("is", "is not"),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := system.CheckParameter(args[0]); err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context, n cluster.Node) (system.Parameter, error) {
				return system.ParameterOf(ctx, n, args[0])
			}
			subject, err := lookOn(s, args[1], fmt.Sprintf("sysctl %q", args[0]), look)
			return subject, parameterThat(args[2], args[3]), err
		},
		check: func(_ Line, args []string) error { return unlessValue(args[0], system.CheckParameter) },
	},
}

func parameterThat(verb, value string) types.GomegaMatcher {
	value = strings.Join(strings.Fields(value), " ")
	if verb == "is" {
		return observe.Satisfy(fmt.Sprintf("be %q", value), func(p system.Parameter) bool { return p.Missing == "" && p.Value == value })
	}
	return observe.Satisfy(fmt.Sprintf("be other than %q", value), func(p system.Parameter) bool { return p.Missing == "" && p.Value != value })
}
