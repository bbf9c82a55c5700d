package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var ruleClaims = []claim{
	{
		topic:   "answers",
		several: true,
		pattern: `(every|no) node has (?:(TCP|UDP|SCTP) )?rules for service "([^"]+)"`,
		meaning: "Every node has kube-proxy rules (nftables) that forward the Service's address to pods. Or no node has a rule for it, not even one that rejects, while rules for other Services exist.",
		example: `every node has rules for service "web"`,
		korean: Sentence{
			Pattern: `(모든 노드에|어느 노드에도) 서비스 "([^"]+)"의 (?:(TCP|UDP|SCTP) )?규칙이 {있다/없다}`,
			Example: `모든 노드에 서비스 "web"의 규칙이 있다`,
			Order:   []int{0, 2, 1}, Words: map[string]string{"모든 노드에": "every", "어느 노드에도": "no"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := askableRules(args); err != nil {
				return nil, nil, err
			}
			matcher := traffic.BeNoRules()
			if args[0] == "every" {
				matcher = traffic.LeadSomewhere(args[1])
			}
			namespace, name := s.Object(args[2])
			look := func(ctx context.Context) (any, error) {
				return traffic.RulesOfAll(ctx, s.Cluster().Nodes(), namespace, name)
			}
			return observe.Probe(fmt.Sprintf("the rules for service %q", args[2]), probePeriod, look), observe.Each(matcher), nil
		},
		check: func(_ Line, args []string) error { return askableRules(args) },
	},
}

func askableRules(args []string) error {
	if args[0] == "no" && args[1] != "" {
		return fmt.Errorf("no node has rules of any protocol, or some has: leave %s out", args[1])
	}
	return nil
}
