package steps_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/steps"
)

func TestEveryExampleIsItsOwnStepAndNoOther(t *testing.T) {
	all := steps.All()
	if len(all) == 0 {
		t.Fatal("the vocabulary is empty")
	}
	for _, s := range all {
		for _, said := range s.Sentences() {
			t.Run(said.Example, func(t *testing.T) {
				found := steps.Match(said.Example)
				if len(found) != 1 || found[0].Pattern != s.Pattern {
					t.Errorf("the example matches %d steps, want only its own: %v", len(found), patterns(found))
				}
			})
		}
	}
}

func TestEveryStepDescribesItself(t *testing.T) {
	for _, s := range steps.All() {
		t.Run(s.Pattern, func(t *testing.T) {
			if s.Topic == "" || s.Meaning == "" || s.Example == "" || len(s.Kinds) == 0 || s.Func == nil {
				t.Errorf("something is missing: %+v", s)
			}
			for _, said := range s.Sentences() {
				if !strings.HasPrefix(said.Pattern, "^") || !strings.HasSuffix(said.Pattern, "$") || said.Example == "" {
					t.Errorf("%q: it needs an example, and the pattern must match whole sentences: ^...$", said.Pattern)
				}
			}
			if s.Disruptive && s.Allows(steps.Then) {
				t.Error("a Then only observes: it cannot be disruptive")
			}
		})
	}
}

func TestExpectationsSayWhen(t *testing.T) {
	timeless := regexp.MustCompile(`^\^(?:\S+ of )?the (?:command|answer) `) // the output of a command, and what was submitted, do not change
	frame := regexp.MustCompile(`\b(within|for)\b`)
	for _, s := range steps.All() {
		if s.Topic == "availability" && strings.Contains(s.Pattern, "( since)?") {
			continue // the results of requests up to now do not change
		}
		if s.Allows(steps.Then) && !timeless.MatchString(s.Pattern) && !frame.MatchString(s.Pattern) {
			t.Errorf("a Then without a time: %s", s.Pattern)
		}
	}
}

// An object that does not exist has neither a state nor its opposite. So a claim with
// an opposite must not be combined with "never".
func TestWhatHasAnOppositeIsNotSaidWithNever(t *testing.T) {
	for _, claim := range []string{
		`pod "web" does not answer HTTP requests`, `파드 "web"이 HTTP 요청에 응답하지 않는다`,
		`kubectl gets no answer`, `kubectl이 응답을 받지 못한다`,
		`pod "client" gets no answer from service "web"`, `파드 "client"가 서비스 "web"에서 응답을 받지 못한다`,
		`60 requests from node worker-1 to service "web" reach every pod of deployment "web"`,
		`"kubectl get pod web" prints "CrashLoop"`, `"kubectl get pod web"이 "CrashLoop"라고 출력한다`,
		`etcd holds pod "web"`, `etcd에 파드 "web"이 있다`,
		`the snapshot "/var/etcd.db" on control-plane-1 holds configmap "late"`,
		`pod "client" resolves "web" to nothing`, `파드 "client"가 이름 "web"으로 아무것도 찾지 못한다`,
		`node worker-1 does not answer ssh`, `노드 worker-1이 ssh에 응답하지 않는다`,
		`only kube-apiserver is connected to port 2379 on control-plane-1`,
	} {
		often, never := "within 10s ", "never within 10s "
		if regexp.MustCompile(`\p{Hangul}`).MatchString(claim) {
			often, never = "10초 안에 ", "10초 동안 한 번도 일어나지 않는다: "
		}
		if found := steps.Match(often + claim); len(found) != 1 {
			t.Errorf("%s%s: it matches %v", often, claim, patterns(found))
		}
		if found := steps.Match(never + claim); len(found) != 0 {
			t.Errorf("%s%s: it matches %v", never, claim, patterns(found))
		}
	}
}

// A new pod is first observed at its creation, when it is Pending on every cluster. So
// "is Pending" once proves nothing, and "is Running" from the first look on is true
// nowhere.
func TestANewPodIsSaidSoThatItCanFail(t *testing.T) {
	for sentence, want := range map[string]int{
		"for 10s a new pod is Pending":                                   1,
		"within 10s a new pod is Pending":                                0,
		"within 10s a new pod is Running":                                1,
		"for 10s a new pod is Running":                                   0,
		"10초 동안 새 파드가 Pending 상태이다":                                      1,
		"10초 안에 새 파드가 Pending 상태이다":                                      0,
		"until kubectl gets an answer, within 10s, a new pod is Pending": 1,
		"until a new pod is Pending, within 10s, kubectl gets an answer": 0,
		"until a new pod is Running, within 10s, kubectl gets an answer": 1,
		"10초 안에 새 파드가 Pending 상태이다. 그때까지 kubectl이 응답을 받는다":               0,
		"10초 안에 kubectl이 응답을 받는다. 그때까지 새 파드는 Pending 상태이다":               1,
	} {
		if found := steps.Match(sentence); len(found) != want {
			t.Errorf("%s: it matches %d steps, want %d", sentence, len(found), want)
		}
	}
}

func patterns(all []steps.Step) []string {
	var found []string
	for _, s := range all {
		found = append(found, s.Pattern)
	}
	return found
}
