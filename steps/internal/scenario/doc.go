// Package scenario implements the life cycle of a scenario: it takes a cluster, creates
// a namespace, runs commands, injects faults, and returns the cluster in its original
// state. It does not know any sentence.
//
// A Lifecycle begins and ends scenarios on the clusters of a pool; BeginIn and
// Scenario.Leave do so in the Environment of a lab. In between, a step's function gets
// the Scenario from its context (From).
package scenario
