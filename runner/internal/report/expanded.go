package report

import (
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// expanded returns a pickle with the steps of a plan, in which a phrase's steps
// replace the sentence that calls it. newID makes the IDs of new steps. node
// returns the ID of a phrase's step in its own document, by FILE:LINE.
func expanded(pickle *messages.Pickle, s *plan.Scenario, newID func() string, node func(place string) string) *messages.Pickle {
	own := *pickle
	own.Steps = nil
	next := 0
	for _, step := range s.Steps {
		if len(step.Calls) > 0 {
			next = step.Calls[0].Step - 1
		}
		if next < 0 || next >= len(pickle.Steps) {
			return pickle // the plan belongs to another version of the file, which the caller that needs the steps reports
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
