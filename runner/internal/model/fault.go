package model

import (
	"encoding/json"
	"time"

	"github.com/gherkube/gherkube/steps/event"
)

// Fault is what a scenario reported of a fault: the parts of a faults.Receipt that
// reports show.
type Fault struct {
	Name        string    `json:"name"`
	Node        string    `json:"node"`
	InjectedAt  time.Time `json:"injectedAt"`
	InEffectAt  time.Time `json:"bittenAt"`
	RevertedAt  time.Time `json:"healedAt"`
	RecoveredAt time.Time `json:"recoveredAt"`
	InEffectBy  string    `json:"bittenBy"`
	RecoveredBy string    `json:"recoveredBy"`
	Problem     string    `json:"problem"`
}

// Faults returns the last report of each fault, in order of injection. Notes whose data
// cannot be read are left out: a record may have been edited.
func (s *Scenario) Faults() (all []Fault) {
	places := map[string]int{}
	for _, n := range s.NotesOf(string(event.Receipt)) {
		var f Fault
		if json.Unmarshal(n.Data, &f) != nil || f.InjectedAt.IsZero() {
			continue
		}
		key := f.Name + f.InjectedAt.String()
		if at, again := places[key]; again {
			all[at] = f
			continue
		}
		places[key] = len(all)
		all = append(all, f)
	}
	return all
}
