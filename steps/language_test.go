package steps_test

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/gherkube/gherkube/steps"
)

// The Korean example passes the same arguments to the function as the English example.
func TestTheExamplesOfAStepSayTheSame(t *testing.T) {
	for _, s := range steps.All() {
		english := arguments(t, s.Sentences()[0])
		for _, said := range s.Sentences()[1:] {
			t.Run(said.Example, func(t *testing.T) {
				if got := arguments(t, said); !slices.Equal(got, english) && !isUntil(s) {
					t.Errorf("its arguments are %q, those of %q are %q", got, s.Example, english)
				}
			})
		}
	}
}

// isUntil reports whether a step is the "until" step: its arguments are claims in the
// language of the sentence.
func isUntil(s steps.Step) bool { return s.Topic == "time" }

func TestTheSentencesOfAStepHaveOneShape(t *testing.T) {
	for _, s := range steps.All() {
		n := regexp.MustCompile(s.Pattern).NumSubexp()
		for _, said := range s.Sentences()[1:] {
			t.Run(said.Example, func(t *testing.T) {
				if got := regexp.MustCompile(said.Pattern).NumSubexp(); got != n {
					t.Errorf("it captures %d groups, the English one %d", got, n)
				}
				order := slices.Sorted(slices.Values(said.Order))
				for i, place := range order {
					if place != i {
						t.Errorf("its order %v does not name each argument once", said.Order)
						break
					}
				}
				if len(order) != 0 && len(order) != n {
					t.Errorf("its order %v does not name %d arguments", said.Order, n)
				}
			})
		}
	}
}

func arguments(t *testing.T, said steps.Sentence) []string {
	t.Helper()
	found := regexp.MustCompile(said.Pattern).FindStringSubmatch(said.Example)
	if found == nil {
		t.Fatalf("%s does not match its example %q", said.Pattern, said.Example)
	}
	return said.Arguments(found[1:])
}

func TestKoreanSentencesReachEnglishFunctions(t *testing.T) {
	for sentence, want := range map[string][]string{
		`2분 동안 파드 "web"은 Running 상태이다`:                         {"for", "2m", "pod", "web", "", "Running"},
		`500밀리초 안에 파드 "web"이 사라진다`:                             {"within", "500ms", "pod", "web", "", "gone"},
		`노드 유예 시간과 10초 안에 노드 worker-1이 Unknown 상태가 된다`:         {"within", "the node grace period and 10s", "", "", "worker-1", "Unknown"},
		`10초 동안 한 번도 일어나지 않는다: 노드 worker-1이 Unknown 상태가 된다`:    {"never within", "10s", "", "", "worker-1", "Unknown"},
		`5초 동안 파드 "web"이 배정된 노드가 없다`:                           {"for", "5s", "web", "no node"},
		`5초 안에 디플로이먼트 "web"의 준비된 파드가 worker-1에 2개 있다`:          {"within", "5s", "deployment", "web", "2", "ready ", "worker-1"},
		`5초 안에 이 컴퓨터가 worker-1의 서비스 "web"에서 응답을 받는다`:           {"within", "5s", "", "", "this machine", "an answer", "", "", "", "", "", "", "web", "worker-1", "", ""},
		`5초 안에 노드 worker-2가 파드 "web"에서 "안녕"을 받는다`:              {"within", "5s", "", "worker-2", "", "", "", "", "", "안녕", "", "web", "", "", "", ""},
		`5초 안에 파드 "client"가 이름 "alpha.crew"로 아무것도 찾지 못한다`:      {"within", "5s", "client", "alpha.crew", "nothing", "", "", ""},
		`5초 안에 어느 노드에도 서비스 "web"의 규칙이 없다`:                      {"within", "5s", "no", "", "web"},
		`control-plane-1의 API 서버를 다시 올린다`:                      {"API server", "control-plane-1"},
		`명령은 "a"라고 알리며 실패했다`:                                   {"failed with", "a"},
		`10초 안에 "a b."가 "b."라고 출력한다. 그때까지 "c "d""가 "e"라고 출력한다`: {`"a b."가 "b."라고 출력한다`, "10s", `"c "d""가 "e"라고 출력한다`},
		`10초 안에 "cat a.txt | grep "x.""이 ". y"라고 출력한다`:         {"within", "10s", `cat a.txt | grep "x."`, "", "prints", ". y"},
		`만약에 그런 문장이 없다면`:                                       nil,
		`worker-1에서 "crictl ps"를 실행하면`:                         {"run", "crictl ps", "worker-1"},
		`control-plane-2의 etcd를 내려 두면`:                         {"etcd", "control-plane-2"},
		`워커 3대로 된 upstream 타이밍의 클러스터가 있다`:                      {"", "", "3", "upstream"},
		`컨트롤 플레인 노드 3대와 워커 1대로 된 쿠버네티스 1.35 클러스터가 있다`:          {"1.35", "3", "1", ""},
	} {
		t.Run(sentence, func(t *testing.T) {
			found := steps.Match(sentence)
			if want == nil {
				if len(found) != 0 {
					t.Errorf("it matches %v", patterns(found))
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("it matches %d steps: %v", len(found), patterns(found))
			}
			said, _ := found[0].SentenceFor(sentence)
			got := said.Arguments(regexp.MustCompile(said.Pattern).FindStringSubmatch(sentence)[1:])
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
