package steps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/client-go/rest"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// logClaims are the claims about the output of containers.
var logClaims = []claim{
	{
		topic:    "containers",
		opposite: true,
		pattern:  `the log of pod "([^"]+)"(?: container "([^"]+)")?( of its last run)? (says|does not say) "([^"]+)"`,
		meaning:  "The log of a container of the pod holds these words, or does not; of its last run means of the container before it was restarted. Without a name, it is the container that kubectl would take: the first, or the one that the pod's annotation names. Words are matched whole.",
		example:  `the log of pod "web" container "app" says "ready to serve"`,
		korean: Sentence{
			Pattern: `파드 "([^"]+)"의(?: 컨테이너 "([^"]+)"의)?( 지난 실행의)? 로그가 "([^"]+)"{을/를/라고/이라고} (말한다|말하지 않는다)`,
			Example: `파드 "web"의 컨테이너 "app"의 로그가 "ready to serve"라고 말한다`,
			Order:   []int{0, 1, 2, 4, 3},
			Words:   map[string]string{" 지난 실행의": " of its last run", "말한다": "says", "말하지 않는다": "does not say"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			describe := fmt.Sprintf("the log of pod %q", args[0])
			if args[1] != "" {
				describe += fmt.Sprintf(" container %q", args[1])
			}
			describe += args[2]
			look := func(ctx context.Context) (any, error) { return logOf(ctx, s, args[0], args[1], args[2] != "") }
			return observe.Probe(describe, commandPeriod, look), logThat(args[3] == "says", args[4]), nil
		},
		check: func(_ Line, args []string) error { return saysSomething("says", args[4]) },
		about: func(args []string) []Object { return []Object{{"pod", args[0]}} },
	},
	{
		topic:    "containers",
		opposite: true,
		pattern:  `the log of (every|some) pod of ` + workloadWords + ` "([^"]+)" says "([^"]+)"`,
		meaning:  "The logs of the pods that the workload owns hold these words: of every one, of which there must be one, or of at least one. Words are matched whole.",
		example:  `the log of every pod of deployment "web" says "ready to serve"`,
		korean: Sentence{
			Pattern: koreanWorkload + ` "([^"]+)"의 (모든|어떤) 파드의 로그가 "([^"]+)"{을/를/라고/이라고} 말한다`,
			Example: `디플로이먼트 "web"의 모든 파드의 로그가 "ready to serve"라고 말한다`,
			Order:   []int{1, 2, 0, 3},
			Words:   inKoreanTypes(map[string]string{"모든": "every", "어떤": "some"}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			describe := fmt.Sprintf("the logs of the pods of %s %q", args[1], args[2])
			look := func(ctx context.Context) (any, error) { return logsOf(ctx, s, args[1], args[2]) }
			says := logThat(true, args[3])
			if args[0] == "every" {
				return observe.Probe(describe, commandPeriod, look), ofWorkload(observe.Each(says)), nil
			}
			return observe.Probe(describe, commandPeriod, look), ofWorkload(observe.Some(says)), nil
		},
		check: func(_ Line, args []string) error { return saysSomething("says", args[3]) },
		about: func(args []string) []Object { return []Object{{args[1], args[2]}} },
	},
}

// logLimit is how much of a log is read, in bytes. The kubelet begins a new file before it
// is reached (containerLogMaxSize: 10 MiB), and the API shows only the newest.
const logLimit = 16 << 20

// podLog is the log of a container, or why there is none.
type podLog struct {
	owner   string // the pod, if there are several
	missing string
	text    string
	cut     bool // whether the log is longer than what was read
}

// Describe shows the end of the log.
func (l podLog) Describe() string {
	const enough = 5
	said := ""
	if l.owner != "" {
		said = l.owner + ": "
	}
	lines := strings.Split(strings.TrimSpace(l.text), "\n")
	switch {
	case l.missing != "":
		return said + l.missing
	case strings.TrimSpace(l.text) == "":
		return said + "the log is empty"
	case l.cut:
		return said + fmt.Sprintf("more than %d MiB, which are not read", logLimit>>20)
	case len(lines) > enough:
		said += fmt.Sprintf("%d lines, the last of which are\n", len(lines))
		lines = lines[len(lines)-enough:]
	}
	return said + strings.Join(lines, "\n")
}

func logThat(says bool, words string) types.GomegaMatcher {
	wanted := phrase.Of(words)
	if says {
		return observe.Satisfy(fmt.Sprintf("say %q", words), func(l podLog) bool { return l.missing == "" && wanted.In(l.text) })
	}
	return observe.Satisfy(fmt.Sprintf("be there in whole, and not say %q", words), func(l podLog) bool { return l.missing == "" && !l.cut && !wanted.In(l.text) })
}

// logOf reads a log through the API server and the kubelet. It returns an error if the
// kubelet does not answer: the log is unknown then, not empty.
func logOf(ctx context.Context, s *scenario.Scenario, ref, container string, previous bool) (podLog, error) {
	namespace, name := s.Object(ref)
	text, err := readLog(ctx, s.Client().CoreV1().Pods(namespace).GetLogs(name, &corev1.PodLogOptions{
		Container: containerNamed(s, ref, container), Previous: previous,
		LimitBytes: ptr.To[int64](logLimit + 1),
	}))
	var status apierrors.APIStatus
	switch {
	case err == nil:
		return podLog{text: string(text[:min(len(text), logLimit)]), cut: len(text) > logLimit}, nil
	case errors.As(err, &status) && (apierrors.IsNotFound(err) || apierrors.IsBadRequest(err)):
		return podLog{missing: "there is no log: " + status.Status().Message}, nil
	}
	return podLog{}, scenario.Asking(err, "reading the log of pod %q", ref)
}

// readLog reads a log up to the limit. A container may print any amount.
func readLog(ctx context.Context, request *rest.Request) ([]byte, error) {
	stream, err := request.Stream(ctx)
	if err != nil {
		return nil, err
	}
	defer stream.Close()
	return io.ReadAll(io.LimitReader(stream, logLimit+1))
}

// logsOf returns the logs of a workload's pods.
func logsOf(ctx context.Context, s *scenario.Scenario, kind, ref string) (any, error) {
	namespace, name := s.Object(ref)
	pods, there := podsOrNoWorkload(s.History().View(), kind, namespace, name, "").([]*corev1.Pod)
	if !there {
		return noWorkload{kind, name}, nil
	}
	all := []podLog{}
	for _, p := range slices.Clone(pods) {
		log, err := logOf(ctx, s, namespace+"/"+p.Name, "", false)
		if err != nil {
			return nil, err
		}
		log.owner = p.Name
		all = append(all, log)
	}
	return all, nil
}
