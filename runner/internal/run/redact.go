package run

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// redactEvent hides what nobody is to read in the texts of an event: what is
// structure stays, whatever is to be hidden.
func redactEvent(e record.Event, hide func(string) string) record.Event {
	e.Text = hide(e.Text)
	if len(e.Data) == 0 {
		return e
	}
	decoder := json.NewDecoder(bytes.NewReader(e.Data))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		e.Data = nil
		return e
	}
	e.Data, _ = json.Marshal(redactValue(value, hide)) // it was JSON before
	return e
}

func redactValue(value any, hide func(string) string) any {
	switch v := value.(type) {
	case string:
		return hide(v)
	case []any:
		for i := range v {
			v[i] = redactValue(v[i], hide)
		}
	case map[string]any:
		for key := range v {
			v[key] = redactValue(v[key], hide)
		}
	}
	return value
}

// redactPlan is the plan as it is kept: its sentences may hold a secret too,
// when they ask for one.
func redactPlan(p *plan.Plan, hide func(string) string) *plan.Plan {
	kept := *p
	kept.Scenarios = nil
	for _, s := range p.Scenarios {
		scenario := *s
		scenario.Steps = slices.Clone(s.Steps)
		for i := range scenario.Steps {
			scenario.Steps[i].Text = hide(scenario.Steps[i].Text)
		}
		kept.Scenarios = append(kept.Scenarios, &scenario)
	}
	return &kept
}
