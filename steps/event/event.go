// Package event is what a suite tells of its scenarios beyond what godog does.
package event

import "time"

// Event is something of a scenario that godog has no word for: what a fault
// did, what stood in the cluster when a step failed, what became of the
// cluster afterwards.
type Event struct {
	Scenario string    // the id of the scenario's pickle
	At       time.Time // when it happened
	Kind     Kind
	Text     string // one line, or several, for a person
	Data     any    // the same for programs, or nil; it can be written as JSON
}

// Kind is what an event tells of.
type Kind string

// The kinds of events.
const (
	ClusterTaken Kind = "cluster"  // the scenario runs on this cluster; Data is a cluster's name
	Receipt      Kind = "receipt"  // Data is a faults.Receipt
	Seen         Kind = "seen"     // what an expectation that failed or is undecided last saw
	Evidence     Kind = "evidence" // the last changes and Kubernetes events, after a failure
	Returned     Kind = "returned" // a step's function has: what godog tells of the last step, it tells after the scenario was cleaned up
	Requests     Kind = "requests" // what became of requests that go on all the time; Data is an availability.Strip
	Cleaned      Kind = "cleaned"  // what the end of the scenario did and found
	Left         Kind = "left"     // what the scenario made and what does not go, told when that is known
)
