package page

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/steps/event"
)

func (s shape) diagnostics() []diagnostics.Item {
	return []diagnostics.Item{
		{Kind: diagnostics.Description, Object: s.text("pod web-1"), Text: s.text("State: Pending")},
		{Kind: diagnostics.Log, Object: "web-1", Container: "nginx", Previous: true, Text: s.text("the port is taken")},
		{Kind: diagnostics.Journal, Unit: "kubelet", Node: "worker-1", Missing: s.text("no answer within 3s")},
	}
}

func TestEachItemOfDiagnosticsIsOneClickAway(t *testing.T) {
	got := render(t, synthetic(t, small))
	for _, want := range []string{
		"<summary><h4>describe pod web-1</h4></summary><pre tabindex=\"0\">State: Pending</pre>",
		"<summary><h4>log of container nginx of pod web-1, run before the restart</h4></summary><pre tabindex=\"0\">the port is taken</pre>",
		"<summary><h4>journal of kubelet on worker-1</h4></summary><pre tabindex=\"0\">(no answer within 3s)</pre>",
	} {
		if n := strings.Count(got, want); n != 2 { // one scenario has failed, one is undecided
			t.Errorf("%d times: %s", n, want)
		}
	}
	korean := small
	korean.korean = true
	if got := render(t, synthetic(t, korean)); !strings.Contains(got, "파드 web-1의 컨테이너 nginx 로그, 다시 시작하기 전") || !strings.Contains(got, "worker-1의 kubelet 저널") {
		t.Error("the headings are not in Korean")
	}
}

// TestASuiteThatFailsAsAWholeMakesNoHugePage has large diagnostics in each of 107
// scenarios.
func TestASuiteThatFailsAsAWholeMakesNoHugePage(t *testing.T) {
	run := synthetic(t, shape{scenarios: 107, workers: 3, pods: 10, long: 40 * time.Second})
	data, err := json.Marshal([]diagnostics.Item{{Kind: diagnostics.Log, Object: "web", Container: "nginx", Text: strings.Repeat("<\"&>", 8<<10)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range run.Scenarios {
		s.Notes = append(s.Notes, model.Note{Kind: string(event.Diagnostics), Data: data})
	}
	got := render(t, run)
	if len(got) > 5<<20 || !strings.Contains(got, "Left out: the page would be too large.") || !strings.Contains(got, "&lt;&#34;&amp;&gt;") {
		t.Errorf("the page has %d bytes", len(got))
	}
}
