package steps

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// A command is all that stands between the first and the last quote of its
// sentence, so that it can have quotes of its own.
var commandSteps = []Step{
	{
		Topic:   "commands",
		Kinds:   anAction,
		Pattern: `^I (run|try) "(.+)"(?: on ([^\s"]+))?$`,
		Meaning: "Run a command line: on the named node as root, or on the control plane in the scenario's namespace, where kubectl has administrator rights. A command that is run must succeed; one that is tried may fail.",
		Example: `I run "kubectl create deployment web --image=nginx"`,
		Korean: Sentence{
			Pattern: `^(?:(\S+)에서 )?"(.+)"{을/를} (실행{한다/하고/하면}|실행해 {본다/보고/보면})$`,
			Example: `"kubectl create deployment web --image=nginx"를 실행한다`,
			Order:   []int{2, 1, 0}, Words: koreanRunning,
		},
		Func: func(ctx context.Context, verb, command, node string) error {
			return commanded(ctx, verb, command, node)
		},
		gives:  anOutput,
		check:  func(in Line, words []string) error { return in.clusterScopedCommands(words[1]) },
		beyond: func(_ Line, words []string) bool { return commandBeyond(words[1], words[2], "") },
	},
	{
		Topic:   "commands",
		Kinds:   anAction,
		Pattern: `^I (run|try)(?: on ([^\s"]+))?:$`,
		Meaning: "The same with the lines of a doc string, run as a script that stops at the first line that fails.",
		Example: `I run on worker-1:`,
		Korean: Sentence{
			Pattern: `^(?:(\S+)에서 )?다음을 (실행{한다/하고/하면}|실행해 {본다/보고/보면}):$`,
			Example: `worker-1에서 다음을 실행한다:`,
			Order:   []int{1, 0}, Words: koreanRunning,
		},
		Func: func(ctx context.Context, verb, node string, script *godog.DocString) error {
			return commanded(ctx, verb, "set -e\n"+script.Content, node)
		},
		gives: anOutput,
		check: func(in Line, _ []string) error { return in.clusterScopedCommands(*in.DocString) },
		beyond: func(in Line, words []string) bool {
			return in.DocString != nil && commandBeyond(*in.DocString, words[1], "")
		},
	},
	{
		Topic:   "commands",
		Kinds:   anExpectation,
		Pattern: `^the command ` + saidPattern + ` "(.+)"$`,
		Meaning: "The result of the last command: it printed these words and exited with 0, or failed with these words and another code. Exactly means its complete standard output. Consecutive spaces count as one.",
		Example: `the command printed "deployment.apps/web created"`,
		Korean: Sentence{
			Pattern: `^명령{은/이} "(.+)"{이라고/라고}(만 출력했다| 출력했다| 출력하지 않았다| 알리며 실패했다)$`,
			Example: `명령은 "deployment.apps/web created"라고 출력했다`,
			Order:   []int{1, 0}, Words: koreanSaying,
		},
		Func: theCommandSaid,
		check: func(in Line, words []string) error {
			return errors.Join(in.given.needCommand(), saysSomething(words[0], words[1]))
		},
	},
	{
		Topic:   "commands",
		Kinds:   anExpectation,
		Pattern: `^the command ` + saidPattern + `:$`,
		Meaning: "The same with the lines of a doc string, which must be consecutive.",
		Example: `the command printed exactly:`,
		Korean: Sentence{
			Pattern: `^명령{은/이} 다음(만 출력했다|을 출력했다|을 출력하지 않았다|을 알리며 실패했다):$`,
			Example: `명령은 다음만 출력했다:`,
			Words:   koreanSaying,
		},
		Func: func(ctx context.Context, verb string, words *godog.DocString) error {
			return theCommandSaid(ctx, verb, words.Content)
		},
		check: func(in Line, words []string) error {
			return errors.Join(in.given.needCommand(), saysSomething(words[0], *in.DocString))
		},
	},
}

// result is what came of a command.
type result struct {
	command string
	code    int
	output  string // standard output
	errors  string // standard error
}

func (r *result) String() string {
	said := "wrote nothing"
	if text := strings.TrimRight(r.output+r.errors, "\n"); text != "" {
		said = "wrote:\n" + indent(text)
	}
	if r.code < 0 {
		return r.command + "\n" + r.errors
	}
	return fmt.Sprintf("%s\nended with code %d and %s", r.command, r.code, said)
}

// commandTime bounds a command: kubectl's own waits are shorter.
const commandTime = 2 * time.Minute

func commanded(ctx context.Context, verb, command, node string) error {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	return s.command(ctx, command, node, "", verb == "run")
}

// command runs a command line as an action, and keeps what came of it.
func (s *scenario) command(ctx context.Context, command, node, input string, mustSucceed bool) error {
	var err error
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	if s.last, err = s.run(ctx, command, node, input); err != nil {
		return err
	}
	s.acted(ctx)
	s.onNode = s.onNode || node != ""
	s.namedAfter = s.namedAfter || strings.Contains(command+input, s.namespace)
	if s.last.code == unended || mustSucceed && s.last.code != 0 {
		return cmp.Or(s.unaskable(s.last), errors.New(s.last.String()))
	}
	return nil
}

// run runs a command line on a node, or as the administrator when node is
// empty.
func (s *scenario) run(ctx context.Context, command, node, input string) (*result, error) {
	n, script, err := s.place(ctx, command, node)
	if err != nil {
		return nil, err
	}
	ctx, giveUp := context.WithCancel(ctx)
	defer giveUp()
	out, complaint := bounded{giveUp: giveUp}, bounded{giveUp: giveUp}
	limit, began := timeFor(ctx), time.Now()
	line := endedWhereItRuns(script, limit)
	line.Stdin, line.Stdout, line.Stderr = strings.NewReader(input), &out, &complaint
	code, err := n.Exec(ctx, line)
	switch {
	case out.over || complaint.over:
		return &result{command, tooMuch, "", fmt.Sprintf("it wrote more than %d MiB, and was ended", outputSize>>20)}, nil
	case code == killed && time.Since(began) >= limit: // a probe may say so with an error
		return s.neverEnded(ctx, n, node, command, limit)
	case err != nil:
		return nil, verdict.Unseenf("running %q on %s: %w", command, n.Name(), err)
	}
	return &result{command, code, out.kept.String(), complaint.kept.String()}, nil
}

// neverEnded is what came of a command that ran for as long as anybody waited
// for it: that it does not end was seen. A kubectl that waits for an API server
// which does not answer, or does not answer where the command ran, has seen
// nothing.
func (s *scenario) neverEnded(ctx context.Context, at Host, node, command string, limit time.Duration) (*result, error) {
	why := fmt.Sprintf("it had %s, did not end in that time, and was ended", limit.Round(time.Second/10))
	if strings.Contains(command, "kubectl") {
		err := s.apiSilence(uncancelled(ctx))
		if err == nil && node == "" {
			err = s.silentTo(uncancelled(ctx), at)
		}
		if err != nil {
			return nil, verdict.Unseenf("%s\n%s: %w", command, why, err)
		}
	}
	return &result{command, unended, "", why}, nil
}

// place finds where a command line runs, and what it is there.
func (s *scenario) place(ctx context.Context, command, node string) (Host, string, error) {
	if node == "" && s.environment != nil {
		return s.environment.Grader, s.asAdministrator(command), nil
	}
	if node == "" {
		n, err := s.administratorsNode(ctx)
		return n, s.asAdministrator(command), err
	}
	n, err := s.cluster.Node(node)
	if err != nil {
		return nil, "", verdict.Defectf("%w", err)
	}
	return n, command, nil
}

// acted marks the end of an action: expectations look at what comes after it.
func (s *scenario) acted(ctx context.Context) { s.mark = s.history.After(ctx) }

func theCommandSaid(ctx context.Context, verb, words string) error {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	if s.last == nil {
		return errNoCommand
	}
	if err := saysSomething(verb, words); err != nil {
		return err
	}
	said := saying(verb, words)
	if ok, err := said.Match(s.last); err != nil || ok {
		return err
	}
	return fmt.Errorf("expected the command to %s\n%s", said, s.last)
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}
