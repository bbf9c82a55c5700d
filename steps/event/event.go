// Package event defines what a suite reports about its scenarios beyond godog's own
// output.
package event

import "time"

// Event is something about a scenario that godog does not report: the effect of a
// fault, the cluster's state when a step failed, the result of the cleanup.
type Event struct {
	Scenario string    // the id of the scenario's pickle
	At       time.Time // when it happened
	Kind     Kind
	Text     string // one or several lines for a person
	Data     any    // the same for programs, or nil; it can be encoded as JSON
}

// Kind says what an event reports.
type Kind string

// The kinds of events.
const (
	ClusterTaken Kind = "cluster"     // the scenario runs on this cluster; Data is a cluster's name
	Receipt      Kind = "receipt"     // Data is a faults.Receipt
	Seen         Kind = "seen"        // the last observation of an expectation that failed or is undecided
	Evidence     Kind = "evidence"    // the last changes and Kubernetes events, after a failure
	Diagnostics  Kind = "diagnostics" // what explains a failure; Data is a []diagnostics.Item, and there is no text
	Returned     Kind = "returned"    // a step's function has returned; godog reports the last step only after the cleanup
	Requests     Kind = "requests"    // the results of background requests; Data is an availability.Strip
	Timeline     Kind = "timeline"    // what happened in the cluster; Data is a timeline.Timeline, and there is no text
	Story        Kind = "story"       // who did what, in order; Data is a timeline.Story, and there is no text
	Cleaned      Kind = "cleaned"     // what the cleanup at the end of the scenario did and found
	Left         Kind = "left"        // an object of the scenario that is not deleted, reported when that is known
)
