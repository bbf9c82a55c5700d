package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/tools/remotecommand"
	"k8s.io/client-go/util/exec"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// execClaims are the claims about the output of programs in containers.
var execClaims = []claim{
	{
		topic:    "containers",
		opposite: true,
		pattern:  `running "(.+)" in pod "([^"]+)"(?: container "([^"]+)")? ` + saysPattern + ` "(.+)"`,
		meaning: "The result of a read-only program in a container of the pod, which is run repeatedly, without a shell: it prints these words and exits with 0, or fails with these words and another code. " +
			`For a shell, write sh -c '...'. ` + wordsMeaning,
		example: `running "cat /etc/hostname" in pod "web" container "app" prints "web"`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"의(?: 컨테이너 "([^"]+)")? 안에서 실행한 "` + koreanQuoted + `"{이/가/은/는} "` + koreanQuoted + `"{이라고/라고}(만 출력한다| 출력한다| 출력하지 않는다| 알리며 실패한다)`,
			Example: `파드 "web"의 컨테이너 "app" 안에서 실행한 "cat /etc/hostname"이 "web"이라고 출력한다`,
			Order:   []int{1, 2, 0, 4, 3}, Words: koreanSaying,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			program, err := arguments(args[0])
			if err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context) (any, error) { return runIn(ctx, s, args[0], program, args[1], args[2]) }
			return observe.Probe(fmt.Sprintf("%q in pod %q", args[0], args[1]), commandPeriod, look), saying(args[3], args[4]), nil
		},
		check: func(_ Line, args []string) error { return runnable(args[0], args[3], args[4]) },
		about: func(args []string) []Object { return []Object{{"pod", args[1]}} },
	},
	{
		topic:   "containers",
		several: true,
		pattern: `running "(.+)" in (every|some) pod of ` + workloadWords + ` "([^"]+)"(?: container "([^"]+)")? ` + saysPattern + ` "(.+)"`,
		meaning: "The same for a program in every pod that the workload owns, of which there must be one, or in at least one.",
		example: `running "cat /etc/app.conf" in every pod of deployment "web" container "app" prints "colour=blue"`,
		korean: Sentence{
			Pattern: koreanWorkload + ` "([^"]+)"의 (모든|어떤) 파드(?:의 컨테이너 "([^"]+)")? 안에서 실행한 "` + koreanQuoted + `"{이/가/은/는} "` + koreanQuoted + `"{이라고/라고}(만 출력한다| 출력한다| 출력하지 않는다| 알리며 실패한다)`,
			Example: `디플로이먼트 "web"의 모든 파드의 컨테이너 "app" 안에서 실행한 "cat /etc/app.conf"가 "colour=blue"라고 출력한다`,
			Order:   []int{2, 3, 1, 4, 0, 6, 5},
			Words:   inKoreanTypes(koreanSaying, map[string]string{"모든": "every", "어떤": "some"}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			program, err := arguments(args[0])
			if err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context) (any, error) {
				return runInPods(ctx, s, args[0], program, args[2], args[3], args[4])
			}
			subject := observe.Probe(fmt.Sprintf("%q in the pods of %s %q", args[0], args[2], args[3]), commandPeriod, look)
			if args[1] == "every" {
				return subject, ofWorkload(observe.Each(saying(args[5], args[6]))), nil
			}
			return subject, ofWorkload(observe.Some(saying(args[5], args[6]))), nil
		},
		check: func(_ Line, args []string) error { return runnable(args[0], args[5], args[6]) },
		about: func(args []string) []Object { return []Object{{args[2], args[3]}} },
	},
}

// runnable statically checks a program and its expected output.
func runnable(command, verb, wanted string) error {
	if grammar.Placeholder.MatchString(command) {
		return saysSomething(verb, wanted)
	}
	_, err := arguments(command)
	return errors.Join(err, saysSomething(verb, wanted))
}

// runInPods runs a program in each pod of a workload.
func runInPods(ctx context.Context, s *scenario.Scenario, command string, program []string, kind, ref, container string) (any, error) {
	namespace, name := s.Object(ref)
	pods, there := podsOrNoWorkload(s.History().View(), kind, namespace, name, "").([]*corev1.Pod)
	if !there {
		return noWorkload{kind, name}, nil
	}
	all := []*scenario.Result{}
	for _, p := range slices.Clone(pods) {
		r, err := runIn(ctx, s, command, program, namespace+"/"+p.Name, container)
		if err != nil {
			return nil, err
		}
		r.Command = "in pod " + p.Name + ": " + command
		all = append(all, r)
	}
	return all, nil
}

// outputLimit is the limit of a program's output, in bytes. The rest is dropped.
const outputLimit = 1 << 20

// forAShell are the characters that have a meaning only in a shell.
const forAShell = "|&;<>`$*?"

// arguments splits a command at spaces; a quoted part is one argument. No shell runs the
// command, so arguments refuses unquoted shell syntax.
func arguments(command string) ([]string, error) {
	var all []string
	var word strings.Builder
	inWord := false
	var quote rune
	for _, r := range command {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, inWord = r, true
		case r == ' ' || r == '\t':
			if inWord {
				all = append(all, word.String())
				word.Reset()
				inWord = false
			}
		case strings.ContainsRune(forAShell, r):
			return nil, fmt.Errorf("%q means something to a shell only, and the program runs without one: write sh -c '...', or put it in quotes", string(r))
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("%s has a quote that nothing closes", command)
	}
	if inWord {
		all = append(all, word.String())
	}
	if len(all) == 0 {
		return nil, errors.New("there is no program to run")
	}
	return all, nil
}

// runIn runs a program in a container. A missing pod or program is a result; an unreachable
// kubelet is an error.
func runIn(ctx context.Context, s *scenario.Scenario, command string, program []string, ref, container string) (*scenario.Result, error) {
	namespace, name := s.Object(ref)
	request := s.Client().CoreV1().RESTClient().Post().Resource("pods").Namespace(namespace).Name(name).SubResource("exec").
		VersionedParams(&corev1.PodExecOptions{Container: containerNamed(s, ref, container), Command: program, Stdout: true, Stderr: true}, scheme.ParameterCodec)
	run, err := remotecommand.NewWebSocketExecutor(s.Cluster().Config(), "GET", request.URL().String())
	if err != nil {
		return nil, err
	}
	out, complaint := cluster.Bounded{Limit: outputLimit}, cluster.Bounded{Limit: outputLimit}
	err = run.StreamWithContext(ctx, remotecommand.StreamOptions{Stdout: &out, Stderr: &complaint})
	r := &scenario.Result{Command: command, Output: out.String(), Errors: complaint.String()}
	var ended exec.CodeExitError
	switch {
	case err == nil:
		return r, nil
	case errors.As(err, &ended):
		r.Code = ended.Code
		return r, nil
	case ctx.Err() != nil:
		return nil, scenario.Asking(ctx.Err(), "running %q in pod %q", command, ref)
	case answeredExec(err):
		r.Code, r.Errors = -1, err.Error()
		if noProgram(err) {
			r.Code = cannotRun
		}
		return r, nil
	}
	return nil, scenario.Asking(err, "running %q in pod %q", command, ref)
}

// cannotRun is the exit code of a shell for a program that it cannot execute.
const cannotRun = 126

// noProgram reports whether the container cannot execute the program.
func noProgram(err error) bool {
	text := err.Error()
	return strings.Contains(text, "executable file not found") || strings.Contains(text, "exec failed") && strings.Contains(text, "no such file or directory") ||
		strings.Contains(text, "exec failed") && strings.Contains(text, "permission denied")
}

// answeredExec reports whether an error says that the pod, the container or the program is
// missing. An unreachable kubelet or container runtime is not such an answer.
func answeredExec(err error) bool {
	text := err.Error()
	for _, silent := range []string{"error dialing backend", "connection error", "code = Unavailable", "code = DeadlineExceeded"} {
		if strings.Contains(text, silent) {
			return false
		}
	}
	if noProgram(err) || scenario.IsRefusal(err) {
		return true
	}
	for _, answer := range []string{"not found", "is not valid for pod", "cannot exec", "a container name must be specified", "is not running"} {
		if strings.Contains(text, answer) {
			return true
		}
	}
	return false
}
