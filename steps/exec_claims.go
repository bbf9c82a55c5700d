package steps

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/tools/remotecommand"
	"k8s.io/client-go/util/exec"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// What a program in a container says.
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
		check: func(_ Line, args []string) error {
			if grammar.Placeholder.MatchString(args[0]) {
				return saysSomething(args[3], args[4])
			}
			_, err := arguments(args[0])
			return errors.Join(err, saysSomething(args[3], args[4]))
		},
		about: func(args []string) []Object { return []Object{{"pod", args[1]}} },
	},
}

// outputLimit is how much of what a program prints is kept, in bytes.
const outputLimit = 1 << 20

// forAShell are the signs that mean something to a shell alone.
const forAShell = "|&;<>`$*?"

// arguments splits a command at its spaces; what stands in quotes is one argument. No
// shell reads it, so what only a shell understands is refused outside of quotes.
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

// runIn runs a program in a container. That the pod is not there, or has no such
// program, is an answer; that its kubelet is not reached is none.
func runIn(ctx context.Context, s *scenario.Scenario, command string, program []string, ref, container string) (*scenario.Result, error) {
	namespace, name := s.Object(ref)
	request := s.Client().CoreV1().RESTClient().Post().Resource("pods").Namespace(namespace).Name(name).SubResource("exec").
		VersionedParams(&corev1.PodExecOptions{Container: containerNamed(s, ref, container), Command: program, Stdout: true, Stderr: true}, scheme.ParameterCodec)
	run, err := remotecommand.NewWebSocketExecutor(s.Cluster().Config(), "GET", request.URL().String())
	if err != nil {
		return nil, err
	}
	var out, complaint bytes.Buffer
	err = run.StreamWithContext(ctx, remotecommand.StreamOptions{
		Stdout: &bounded{Buffer: &out, left: outputLimit}, Stderr: &bounded{Buffer: &complaint, left: outputLimit},
	})
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

// cannotRun is the exit code of a shell for a program that it cannot run.
const cannotRun = 126

// noProgram tells whether the container has no such program.
func noProgram(err error) bool {
	text := err.Error()
	return strings.Contains(text, "executable file not found") || strings.Contains(text, "exec failed") && strings.Contains(text, "no such file or directory") ||
		strings.Contains(text, "exec failed") && strings.Contains(text, "permission denied")
}

// answeredExec tells whether an error is an answer about the pod: that it, its container
// or the program is not there. A kubelet or a runtime that is not reached says nothing of
// them.
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

// bounded keeps the beginning of what is written, and takes the rest without keeping it.
type bounded struct {
	*bytes.Buffer
	left int
}

// Write implements io.Writer.
func (b *bounded) Write(p []byte) (int, error) {
	keep := min(len(p), b.left)
	b.left -= keep
	b.Buffer.Write(p[:keep])
	return len(p), nil
}
