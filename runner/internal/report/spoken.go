package report

import (
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// spoken is a pickle with the steps of a plan: those of phrases stand in the place of the
// sentences that call them. The ids of new steps come from newID, and node tells the id of
// a phrase's step in its document, by FILE:LINE.
func spoken(pickle *messages.Pickle, s *plan.Scenario, newID func() string, node func(place string) string) *messages.Pickle {
	own := *pickle
	own.Steps = nil
	next := 0
	for _, step := range s.Steps {
		if len(step.Calls) > 0 {
			next = step.Calls[0].Step - 1
		}
		if next < 0 || next >= len(pickle.Steps) {
			return pickle // the plan is of another file: whoever needs the steps tells
		}
		original := pickle.Steps[next]
		if len(step.Calls) == 0 {
			own.Steps = append(own.Steps, original)
			next++
			continue
		}
		said := &messages.PickleStep{Id: newID(), Text: step.Text, Type: original.Type, AstNodeIds: original.AstNodeIds, Argument: step.Below}
		if id := node(s.PlaceOf(step)); id != "" && step.File != "" {
			said.AstNodeIds = append([]string{original.AstNodeIds[0]}, id)
		}
		own.Steps = append(own.Steps, said)
		next++
	}
	return &own
}
