package steps

import (
	"strings"
	"testing"
)

// "never 2" would pass with 1 and with 3, so the check refuses it.
func TestNeverANumber(t *testing.T) {
	for sentence, wrong := range map[string]string{
		`never within 20s deployment "web" has 2 ready pods`:               "never 2 lets more and fewer through",
		`never within 20s there are 2 nodes`:                               "never 2",
		`never within 20s service "web" leads to 3 pods`:                   "never 3",
		`20초 동안 한 번도 일어나지 않는다: 디플로이먼트 "web"의 준비된 파드가 2개 있다`:                "never 2",
		`never within 20s deployment "web" has fewer than 2 ready pods`:    "",
		`never within 20s deployment "web" has exactly 2 ready pods`:       "",
		`never within 20s deployment "web" has no pods`:                    "",
		`for 20s deployment "web" has 2 ready pods`:                        "",
		`until pod "a" is Running, within 5s, deployment "web" has 2 pods`: "",
	} {
		found := Match(sentence)
		if len(found) != 1 {
			t.Errorf("%d steps match %q", len(found), sentence)
			continue
		}
		err := found[0].Complaint(Line{Text: sentence})
		if (err == nil) != (wrong == "") || err != nil && !strings.Contains(err.Error(), wrong) {
			t.Errorf("%q: got %v", sentence, err)
		}
	}
}
