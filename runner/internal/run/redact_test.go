package run

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

func TestThePlanThatIsRunKeepsItsSentences(t *testing.T) {
	p := &plan.Plan{Scenarios: []*plan.Scenario{{ID: "x:2", Steps: []plan.Step{{Text: "it prints hunter2"}}}}}
	kept := redactPlan(p, strings.NewReplacer("hunter2", "?").Replace)
	if p.Scenarios[0].Steps[0].Text != "it prints hunter2" || kept.Scenarios[0].Steps[0].Text != "it prints ?" || kept.Scenarios[0].ID != "x:2" {
		t.Errorf("%+v, kept %+v", p.Scenarios[0], kept.Scenarios[0])
	}
}
