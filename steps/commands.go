package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// A command is everything between the first and the last quote of its sentence, so it may
// contain quotes.
// creating refuses commands whose objects the end of the scenario would not remove, or on
// which nothing in the cluster would act.
func (in Line) creating(commands string) error {
	return errors.Join(in.clusterScopedCommands(commands), in.servedCommands(commands))
}

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
		check:  func(in Line, words []string) error { return in.creating(words[1]) },
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
		check: func(in Line, _ []string) error { return in.creating(*in.DocString) },
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

func commanded(ctx context.Context, verb, command, node string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	return s.Command(ctx, command, node, "", verb == "run")
}

func theCommandSaid(ctx context.Context, verb, words string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	if s.Last() == nil {
		return errNoCommand
	}
	if err := saysSomething(verb, words); err != nil {
		return err
	}
	said := saying(verb, words)
	if ok, err := said.Match(s.Last()); err != nil || ok {
		return err
	}
	return fmt.Errorf("expected the command to %s\n%s", said, s.Last())
}
