// Package scenario runs the life of a scenario: it takes a cluster, makes a
// namespace, runs commands, injects faults, and gives the cluster back as it was
// found. It knows no sentence.
//
// A Lifecycle begins and ends scenarios on the clusters of a pool; BeginIn and
// Scenario.Leave do so in the Environment of a lab. In between, a step's function
// gets the Scenario from its context (From).
package scenario
