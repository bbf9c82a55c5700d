package steps

import (
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/audit"
)

func TestSentencesAboutActionsAreHeldAgainstTheirWords(t *testing.T) {
	for text, want := range map[string]string{
		`within 5s user "jane" deleted pod "web"`:                     "",
		`within 5s user "jane" deleted pood "web"`:                    `no resource type "pood"`,
		`within 5s user "jane" bound deployment "web"`:                "only pods are bound",
		`within 5s nobody changed lease "web"`:                        "tells nothing of a lease",
		`within 5s nobody changed pod "web" since "before"`:           `no object is remembered as "before"`,
		`within 5s nobody but user "jane" changed node "worker-1"`:    "without quotes",
		`within 5s nobody but service account "a/b" evicted pod "c"`:  "",
		`within 5s user "jane" created widgets.example.com "c"`:       "",
		`within 5s user "jane" created clusterrole "default/viewer"`:  "belongs to no namespace",
		`5초 안에 사용자 "jane"이 디플로이먼트 "web"을 축출했다`:                        "only pods are evicted",
		`5초 안에 서비스 어카운트 "ci" 외에는 아무도 "before" 이후에 파드 "web"을 삭제하지 않았다`: `no object is remembered as "before"`,
	} {
		found := Match(text)
		if len(found) != 1 {
			t.Errorf("%s: %d steps match", text, len(found))
			continue
		}
		complains(t, found[0].Complaint(Line{Text: text}), want)
	}
	text := `within 5s nobody deleted pod "web"`
	complains(t, Match(text)[0].Complaint(Line{Text: text, Checks: true}), "since when")
}

func TestActionsAreTold(t *testing.T) {
	at := time.Unix(1000, 0)
	all := actionsDone{}
	for range 12 {
		all.all = append(all.all, audit.Action{At: at, Who: "kubectl as jane", Did: audit.Changed, What: audit.Thing{Kind: "pod", Name: "web"}, User: "jane"})
	}
	said := all.Describe()
	for _, want := range []string{"2 actions before these", `changed  pod "web" (user "jane")`} {
		if !strings.Contains(said, want) {
			t.Errorf("want %q in\n%s", want, said)
		}
	}
	if said := (actionsDone{}).Describe(); said != "nothing was done to it" {
		t.Error(said)
	}
}

// A log that was tampered with proves neither that something happened nor that it did not.
func TestALostLogTellsNeither(t *testing.T) {
	lost := actionsDone{lost: "it does not reach back"}
	any := func(audit.Action) bool { return true }
	none := func(audit.Action) bool { return false }
	if lost.some(any) || lost.none(none) {
		t.Error("a log that was lost tells something")
	}
}
