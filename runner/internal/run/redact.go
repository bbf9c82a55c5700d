package run

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// redactEvent removes secrets from the texts of an event. It never changes the
// structure, even if a secret equals part of it.
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
	e.Data, _ = json.Marshal(redactValue(value, hide)) // cannot fail, since it was parsed from JSON
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

// redactPlan returns the plan as the record keeps it. Sentences may contain a
// secret that they compare with.
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
