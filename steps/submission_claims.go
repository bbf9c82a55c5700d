package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const sandboxMeaning = " It runs as the student in a disposable sandbox with limited time, memory, processes and output. The sandbox can only reach the API server, with requests that change nothing. For checks of labs."

// submissionClaims are claims about a student's submission, and about the programs in
// it that must run.
var submissionClaims = []claim{
	{
		topic:    "submissions",
		opposite: true,
		pattern:  `the student's script "([^"]+)" ` + saysPattern + ` "(.+)"`,
		meaning:  "The result of a bash script under answers/: it prints these words and exits with 0, or fails with these words and another code. Exactly means its complete standard output. Consecutive spaces count as one." + sandboxMeaning,
		example:  `the student's script "nodes.sh" prints "worker-1"`,
		korean: Sentence{
			Pattern: `학생의 스크립트 "([^"]+)"{이/가/은/는} "` + koreanQuoted + `"{이라고/라고}(만 출력한다| 출력한다| 출력하지 않는다| 알리며 실패한다)`,
			Example: `학생의 스크립트 "nodes.sh"가 "worker-1"이라고 출력한다`,
			Order:   []int{0, 2, 1}, Words: koreanSaying,
		},
		prepare: func(ctx context.Context, s *scenario.Scenario, args []string) error {
			return s.NeedSandbox(ctx, args[0])
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return ran(s, "script", args[0], saying(args[1], args[2]), "bash", scenario.AnswersDir+args[0])
		},
		check: func(in Line, args []string) error {
			return errors.Join(in.answers(args[0]), saysSomething(args[1], args[2]))
		},
	},
	{
		topic:    "submissions",
		opposite: true,
		pattern:  `the student's manifest "([^"]+)" is (?:(accepted)|refused with "(.+)")`,
		meaning:  "The API server's response to a manifest under answers/ (kubectl apply with a server-side dry run)." + sandboxMeaning,
		example:  `the student's manifest "web.yaml" is accepted`,
		korean: Sentence{
			Pattern: `학생의 매니페스트 "([^"]+)"{이/가/은/는} (?:(받아들여진다)|"` + koreanQuoted + `"{이라고/라고} 거부된다)`,
			Example: `학생의 매니페스트 "web.yaml"이 받아들여진다`,
			Words:   map[string]string{"받아들여진다": "accepted"},
		},
		prepare: func(ctx context.Context, s *scenario.Scenario, args []string) error {
			return s.NeedSandbox(ctx, args[0])
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			taken := observe.Satisfy("be accepted", func(r *scenario.Result) bool { return r.Code == 0 })
			if args[1] == "" {
				taken = saying("fails with", args[2])
			}
			return ran(s, "manifest", args[0], taken, "kubectl", "apply", "--dry-run=server", "--filename="+scenario.AnswersDir+args[0])
		},
		check: func(in Line, args []string) error { return in.answers(args[0]) },
	},
}

// ran observes the result of a program that runs on an answer, repeatedly.
func ran(s *scenario.Scenario, kind, name string, expected types.GomegaMatcher, args ...string) (observe.Subject, types.GomegaMatcher, error) {
	look := func(ctx context.Context) (any, error) { return lookAt(ctx, s, expected, args...) }
	return observe.Probe(fmt.Sprintf("the student's %s %q", kind, name), commandPeriod, look), expected, nil
}

// lookAt runs a program on an answer. An unexpected result proves nothing if the API
// server was silent meanwhile.
func lookAt(ctx context.Context, s *scenario.Scenario, expected types.GomegaMatcher, args ...string) (*scenario.Result, error) {
	r, err := s.InSandbox(ctx, args...)
	if err != nil {
		return nil, err
	}
	if ok, err := expected.Match(r); err != nil || ok {
		return r, err
	}
	return r, s.NeedAPI(ctx)
}
