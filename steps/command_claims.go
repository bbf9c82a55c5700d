package steps

import (
	"context"
	"fmt"
	"time"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// What a command says, of one that was run and of one that is asked again and
// again.
const (
	saidPattern = `(printed exactly|printed|did not print|failed with)`
	saysPattern = `(prints exactly|prints|does not print|fails with)`
)

// commandPeriod is how often a command is asked again.
const commandPeriod = time.Second

// koreanQuoted is any text but one with ". 그" in it, which parts the two claims
// of an until: quotes may stand in what is quoted.
const koreanQuoted = `((?:[^.]|\.[^ ]|\. [^그])+\.?)`

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
		read: func(s *scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := s.knows(args[1]); err != nil {
				return nil, nil, err
			}
			if err := saysSomething(args[2], args[3]); err != nil {
				return nil, nil, err
			}
			said := saying(args[2], args[3])
			ask := func(ctx context.Context) (any, error) { return s.ask(ctx, args[0], args[1], said) }
			return observe.PatientProbe(fmt.Sprintf("command %q%s", args[0], onNode(args[1])), commandPeriod, ask), said, nil
		},
		check:  func(_ Line, args []string) error { return saysSomething(args[2], args[3]) },
		beyond: func(_ Line, args []string) bool { return commandBeyond(args[0], args[1], args[3]) },
	},
}

// ask runs a command for what it says. A kubectl that got no answer has seen
// nothing, unless it is its complaint that is asked about.
func (s *scenario) ask(ctx context.Context, command, node string, said types.GomegaMatcher) (*result, error) {
	r, err := s.run(ctx, command, node, "")
	if err != nil {
		return nil, err
	}
	if ok, err := said.Match(r); err != nil || ok {
		return r, err
	}
	if s.unanswered(r.errors) { // whatever the code: that of a pipe is its last program's
		return nil, verdict.Unseenf("the API server did not answer: %s", r)
	}
	return r, s.unaskable(r)
}
