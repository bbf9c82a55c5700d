package steps

import (
	"strings"
	"testing"
)

func TestWhatIsSaidInAFrame(t *testing.T) {
	one, two := []string{`pod "a" is Running`}, []string{`pod "a" is Running`, `node worker-1 is Ready`}
	korean := []string{`파드 "a"가 Running 상태이다`, `노드 worker-1이 Ready 상태이다`}
	for sentence, row := range map[string]struct {
		with  [][]string
		want  string
		below bool
		wrong string
	}{
		"within 30s the shop is open":                         {[][]string{one}, `within 30s pod "a" is Running`, false, ""},
		"for the node grace period and 3s the shop is open":   {[][]string{two}, "for the node grace period and 3s all of these hold:", true, ""},
		"within 5s the shop is open":                          {[][]string{two}, "within 5s all of these hold:", true, ""},
		"never within 5s the shop is open":                    {[][]string{one}, `never within 5s pod "a" is Running`, false, ""},
		"never within 6s the shop is open":                    {[][]string{two}, "", false, "not clear what never happens"},
		"until the shop is open, within 5s, the door is shut": {[][]string{one, one}, `until pod "a" is Running, within 5s, pod "a" is Running`, false, ""},
		"until the shop is open, within 6s, the door is shut": {[][]string{two, one}, `until all of these hold, within 6s, pod "a" is Running:`, true, ""},
		"until the shop is open, within 7s, the door is shut": {[][]string{one, two}, `until pod "a" is Running, within 7s, all of these hold:`, true, ""},
		"until the shop is open, within 8s, the door is shut": {[][]string{two, two}, "", false, "only one of the two"},
		"30초 안에 상점이 열린다":                                      {[][]string{korean}, "30초 안에 다음이 모두 참이 된다:", true, ""},
		"30초 동안 상점이 열려 있다":                                    {[][]string{korean}, "30초 동안 다음이 모두 참이다:", true, ""},
		"31초 동안 상점이 열려 있다":                                    {[][]string{korean[:1]}, `31초 동안 파드 "a"가 Running 상태이다`, false, ""},
		"30초 동안 한 번도 일어나지 않는다: 상점이 열린다":                       {[][]string{korean[:1]}, `30초 동안 한 번도 일어나지 않는다: 파드 "a"가 Running 상태이다`, false, ""},
		"30초 안에 상점이 열린다. 그때까지 문이 닫혀 있다":                       {[][]string{korean[:1], korean}, `30초 안에 파드 "a"가 Running 상태이다. 그때까지 다음이 모두 참이다:`, true, ""},
		"31초 안에 상점이 열린다. 그때까지 문이 닫혀 있다":                       {[][]string{korean, korean[:1]}, `31초 안에 다음이 모두 참이 된다. 그때까지 파드 "a"가 Running 상태이다:`, true, ""},
	} {
		f, ok := ReadFramed(sentence)
		if !ok || len(f.Claims) != len(row.with) {
			t.Errorf("%q: read as %q, %v", sentence, f.Claims, ok)
			continue
		}
		got, below, err := f.Of(row.with...)
		if got != row.want || (below != "") != row.below || (err == nil) != (row.wrong == "") || err != nil && !strings.Contains(err.Error(), row.wrong) {
			t.Errorf("%q: got %q, %q, %v", sentence, got, below, err)
		}
		if err == nil && len(Match(got)) != 1 {
			t.Errorf("%q is not one sentence", got)
		}
	}
	for _, sentence := range []string{"the shop is open", "within a while the shop is open", "until then"} {
		if _, ok := ReadFramed(sentence); ok {
			t.Errorf("%q says when", sentence)
		}
	}
}
