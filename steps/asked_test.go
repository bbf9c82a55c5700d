package steps

import (
	"slices"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func TestTheCommandsOfASentence(t *testing.T) {
	for sentence, want := range map[string][]Asked{
		`within 5s "kubectl get pods" prints "web"`:                          {{"kubectl get pods", "", "prints", "web"}},
		`for 5s "cat "x"" on worker-1 prints exactly "y"`:                    {{`cat "x"`, "worker-1", "prints exactly", "y"}},
		`5초 안에 worker-1에서 "cat /x"가 "y"라고 출력한다`:                              {{"cat /x", "worker-1", "prints", "y"}},
		`until "a" prints "b", within 5s, "c" fails with "d"`:                {{"a", "", "prints", "b"}, {"c", "", "fails with", "d"}},
		`within 5s kubectl gets an answer`:                                   nil,
		`until node worker-1 is Unknown, within 30s, "c" does not print "d"`: {{"c", "", "does not print", "d"}},
	} {
		if got := AskedIn(sentence); !slices.Equal(got, want) {
			t.Errorf("%s: got %+v", sentence, got)
		}
	}
}

func TestHowLongASentenceWaits(t *testing.T) {
	for sentence, want := range map[string]struct {
		limit  time.Duration
		always bool
	}{
		`within 5s pod "a" is Running`:                                   {5 * time.Second, false},
		`for 10m pod "a" is Running`:                                     {10 * time.Minute, true},
		`10분 동안 kubectl이 응답을 받는다`:                                        {10 * time.Minute, true},
		`until node worker-1 is Unknown, within 30s, pod "a" is Pending`: {30 * time.Second, false},
		`I run "sleep 5"`:                                                {0, false},
	} {
		if limit, always := WaitOf(sentence, cluster.Fast); limit != want.limit || always != want.always {
			t.Errorf("%s: got %s, %v", sentence, limit, always)
		}
	}
}
