package steps

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
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
		meaning:  "What comes of a command that only looks, asked again and again: it prints these words and ends with code 0, or fails with them and another code. Exactly is all of its standard output. Spaces in a row count as one.",
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
			return observe.Probe(fmt.Sprintf("command %q%s", args[0], onNode(args[1])), commandPeriod, ask), said, nil
		},
		check: func(_ Line, args []string) error { return saysSomething(args[2], args[3]) },
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
	if unanswered.MatchString(r.errors) { // whatever the code: that of a pipe is its last program's
		return nil, verdict.Unseenf("the API server did not answer: %s", r)
	}
	return r, nil
}

// unanswered is how kubectl words that nobody answered it
// (k8s.io/kubectl/pkg/cmd/util, StandardErrorMessage), and how client-go does.
var unanswered = regexp.MustCompile(`The connection to the server .* was refused|Unable to connect to the server|dial tcp |i/o timeout|etcdserver: `)

// saying matches a command's result by a verb of the patterns, present or past.
func saying(verb, words string) types.GomegaMatcher {
	wanted := plainLines(words)
	quoted := fmt.Sprintf(" %q", words)
	switch strings.TrimSuffix(verb, " exactly") {
	case "failed with", "fails with":
		return observe.Satisfy("fail with"+quoted, func(r *result) bool { return r.code != 0 && r.says(wanted) })
	case "did not print", "does not print":
		return observe.Satisfy("end with code 0 and not print"+quoted, func(r *result) bool { return r.code == 0 && !r.says(wanted) })
	}
	if strings.HasSuffix(verb, "exactly") {
		return observe.Satisfy("end with code 0 and print exactly"+quoted, func(r *result) bool {
			return r.code == 0 && slices.Equal(plainLines(r.output), wanted)
		})
	}
	return observe.Satisfy("end with code 0 and print"+quoted, func(r *result) bool { return r.code == 0 && r.says(wanted) })
}

// saysSomething refuses words that stand in every output.
func saysSomething(verb, words string) error {
	if len(plainLines(words)) > 0 || strings.HasSuffix(verb, "exactly") {
		return nil
	}
	return errors.New(`every output holds these words: say which, or "printed exactly" for no output at all`)
}

// says tells whether the words stand together in what a command wrote.
func (r *result) says(words []string) bool {
	return strings.Contains(joined(plainLines(r.output)), joined(words)) ||
		strings.Contains(joined(plainLines(r.errors)), joined(words))
}

func joined(lines []string) string { return strings.Join(lines, "\n") }

// plainLines are the lines of a text without the spaces that only align it,
// and without empty ones around them.
func plainLines(text string) []string {
	var lines []string
	for line := range strings.Lines(strings.TrimSpace(text)) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}
