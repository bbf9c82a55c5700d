package steps

import (
	"context"
	"fmt"
	"slices"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Claims about processes on a node.
var processClaims = []claim{
	{
		topic:    "nodes",
		opposite: true,
		pattern:  `process "([^"/]+)" (runs|does not run) on (\S+)`,
		meaning:  "A process of a program with this name is on the node, in a container or outside, or none is. One that is frozen or stopped by a signal is there, too.",
		example:  `process "kube-proxy" runs on worker-1`,
		korean: Sentence{
			Pattern: `(\S+)에서 프로세스 "([^"/]+)"{이/가} (실행 중이다|실행된다|실행되지 않는다)`,
			Example: `worker-1에서 프로세스 "kube-proxy"가 실행 중이다`,
			Order:   []int{2, 0, 1},
			Words:   map[string]string{"실행 중이다": "runs", "실행된다": "runs", "실행되지 않는다": "does not run"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			look := func(ctx context.Context, n cluster.Node) (processes, error) { return processesOf(ctx, n, args[0]) }
			subject, err := lookOn(s, args[2], fmt.Sprintf("process %q", args[0]), look)
			return subject, processThat(args[1]), err
		},
		beyond: func(Line, []string) bool { return true },
	},
}

// processes are the processes of one program.
type processes []system.Process

func processesOf(ctx context.Context, n cluster.Node, name string) (processes, error) {
	all, err := system.Processes(ctx, n)
	return slices.DeleteFunc(all, func(p system.Process) bool { return p.Name != name }), err
}

// Describe lists the processes.
func (all processes) Describe() string {
	return describeEach("no such process is there", all, system.Process.Describe)
}

func processThat(verb string) types.GomegaMatcher {
	if verb == "runs" {
		return observe.Satisfy("run", func(all processes) bool { return slices.ContainsFunc(all, system.Process.Runs) })
	}
	return observe.Satisfy("not run", func(all processes) bool { return !slices.ContainsFunc(all, system.Process.Runs) })
}
