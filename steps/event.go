package steps

import "time"

// Event is something of a scenario that godog has no word for: what a fault
// did, what stood in the cluster when a step failed, what became of the
// cluster afterwards.
type Event struct {
	Scenario string    // the id of the scenario's pickle
	At       time.Time // when it happened
	Kind     EventKind
	Text     string // one line, or several, for a person
	Data     any    // the same for programs, or nil; it can be written as JSON
}

// EventKind is what an event tells of.
type EventKind string

// The kinds of events.
const (
	ClusterTaken EventKind = "cluster"  // the scenario runs on this cluster; Data is a cluster's name
	Receipt      EventKind = "receipt"  // Data is a faults.Receipt
	Seen         EventKind = "seen"     // what an expectation that failed or is undecided last saw
	Evidence     EventKind = "evidence" // the last changes and Kubernetes events, after a failure
	Returned     EventKind = "returned" // a step's function has: what godog tells of the last step, it tells after the scenario was cleaned up
	Cleaned      EventKind = "cleaned"  // what the end of the scenario did and found
	Left         EventKind = "left"     // what the scenario made and what does not go, told when that is known
)
