package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var commandClaims = []claim{
	{
		topic:    "commands",
		opposite: true,
		pattern:  `"(.+)"(?: on ([^\s"]+))? ` + saysPattern + ` "(.+)"`,
		meaning:  "The result of a read-only command, which is run repeatedly: it prints these words and exits with 0, or fails with these words and another code. " + wordsMeaning,
		example:  `"kubectl auth can-i create pods" prints "yes"`,
		korean: Sentence{
			Pattern: `(?:(\S+)에서 )?"` + koreanQuoted + `"{이/가/은/는} "` + koreanQuoted + `"{이라고/라고}(만 출력한다| 출력한다| 출력하지 않는다| 알리며 실패한다)`,
			Example: `"kubectl auth can-i create pods"가 "yes"라고 출력한다`,
			Order:   []int{1, 0, 3, 2}, Words: koreanSaying,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := s.Knows(args[1]); err != nil {
				return nil, nil, err
			}
			if err := saysSomething(args[2], args[3]); err != nil {
				return nil, nil, err
			}
			said := saying(args[2], args[3])
			ask := func(ctx context.Context) (any, error) { return askAgain(ctx, s, args[0], args[1], said) }
			return observe.PatientProbe(fmt.Sprintf("command %q%s", args[0], onNode(args[1])), commandPeriod, ask), said, nil
		},
		check:  func(_ Line, args []string) error { return saysSomething(args[2], args[3]) },
		beyond: func(_ Line, args []string) bool { return commandBeyond(args[0], args[1], args[3]) },
	},
}

// askAgain runs a command and returns its result. A kubectl without an answer from the
// API server observed nothing, unless the claim is about its error message.
func askAgain(ctx context.Context, s *scenario.Scenario, command, node string, said types.GomegaMatcher) (*scenario.Result, error) {
	r, err := s.Run(ctx, command, node, "")
	if err != nil {
		return nil, err
	}
	if ok, err := said.Match(r); err != nil || ok {
		return r, err
	}
	if s.Unanswered(r.Errors) { // whatever the exit code: a pipe returns that of its last program
		return nil, verdict.Unseenf("the API server did not answer: %s", r)
	}
	return r, s.Unaskable(r)
}
