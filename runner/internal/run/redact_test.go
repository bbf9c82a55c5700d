package run

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// TestWhatIsHiddenIsNeverStructure redacts words that the record's structure uses:
// students choose the contents of Secrets.
func TestWhatIsHiddenIsNeverStructure(t *testing.T) {
	hide := strings.NewReplacer(`","node":"`, "x", "failed", "x", "kind", "x", "worker-1", "x").Replace
	e := redactEvent(record.Event{
		Type: record.Noted, Outcome: record.Failed, Text: "it failed",
		Data: json.RawMessage(`{"kind":"kubelet","node":"worker-1","n":12345678901234567,"all":["kind",{"deep":"worker-1"}]}`),
	}, hide)
	if want := `{"all":["x",{"deep":"x"}],"kind":"kubelet","n":12345678901234567,"node":"x"}`; string(e.Data) != want || e.Text != "it x" || e.Outcome != record.Failed {
		t.Errorf("%s, %+v", e.Data, e)
	}
	if e := redactEvent(record.Event{Text: "x"}, hide); e.Data != nil {
		t.Errorf("%q", e.Data)
	}
}

func TestThePlanThatIsRunKeepsItsSentences(t *testing.T) {
	p := &plan.Plan{Scenarios: []*plan.Scenario{{ID: "x:2", Steps: []plan.Step{{Text: "it prints hunter2"}}}}}
	kept := redactPlan(p, strings.NewReplacer("hunter2", "?").Replace)
	if p.Scenarios[0].Steps[0].Text != "it prints hunter2" || kept.Scenarios[0].Steps[0].Text != "it prints ?" || kept.Scenarios[0].ID != "x:2" {
		t.Errorf("%+v, kept %+v", p.Scenarios[0], kept.Scenarios[0])
	}
}
