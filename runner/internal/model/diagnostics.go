package model

import (
	"encoding/json"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/steps/event"
)

// Diagnostics returns what was collected when a step did not pass. Notes whose data
// cannot be read are left out: a record may have been edited.
func (s *Scenario) Diagnostics() (all []diagnostics.Item) {
	for _, n := range s.NotesOf(string(event.Diagnostics)) {
		var items []diagnostics.Item
		if json.Unmarshal(n.Data, &items) == nil {
			all = append(all, items...)
		}
	}
	return all
}
