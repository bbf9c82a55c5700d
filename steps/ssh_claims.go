package steps

import (
	"context"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster/login"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var sshClaims = []claim{
	{
		topic:    "answers",
		opposite: true,
		pattern:  `node (\S+) (answers|does not answer) ssh`,
		meaning:  "From outside the cluster, ssh to the node's short name reaches that node, with the ssh files provided for users.",
		example:  "node worker-1 answers ssh",
		korean: Sentence{
			Pattern: `노드 (\S+?){이/가/은/는} ssh에 (응답한다|응답하지 않는다)`,
			Example: `노드 worker-1이 ssh에 응답한다`,
			Words:   map[string]string{"응답한다": "answers", "응답하지 않는다": "does not answer"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if _, err := s.Cluster().Node(args[0]); err != nil {
				return nil, nil, err
			}
			ask := func(ctx context.Context) (any, error) { return askSSH(ctx, s, args[0]) }
			return observe.Probe("the answer of node "+args[0]+" to ssh", probePeriod, ask), answering(args[1] == "answers"), nil
		},
	},
}

// askSSH asks a node for its host name, so that the answer of another node does not
// count.
func askSSH(ctx context.Context, s *scenario.Scenario, node string) ([]traffic.Answer, error) {
	way, err := login.Open(s.Cluster().Name(), node)
	if err != nil {
		return nil, verdict.Unseenf("%w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, traffic.Patience)
	defer cancel()
	who := "node " + node + ", whose sshd is at " + way.At
	said, err := way.Run(ctx, "hostname")
	if err != nil {
		return []traffic.Answer{{Who: who, Text: err.Error()}}, nil
	}
	said = strings.TrimSpace(said)
	return []traffic.Answer{{Who: who, Came: said == node, Text: "it says that it is " + said}}, nil
}
