package steps

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Environment is where the features of a lab run: a cluster and a namespace that exist
// before a scenario and remain after it, with its changes.
type Environment = scenario.Environment

// Host is a place that runs commands.
type Host = scenario.Host

// Submission is the work that a student handed in. The grader treats it as data.
type Submission = scenario.Submission

// Sandbox is the place that runs answers.
type Sandbox = scenario.Sandbox

// Sessions are connections to clusters, shared by the scenarios on a cluster. Suites that
// borrow clusters from one pool share them too. The zero value works.
type Sessions = scenario.Sessions

// Kept is what a scenario left in a cluster for people to inspect.
type Kept = scenario.Kept

// Repair reverts the faults that runs left in a cluster. It verifies that the cluster is
// healthy and matches its state before the quarantined scenario, and lifts the quarantine.
// It returns false if the cluster was not quarantined.
func Repair(ctx context.Context, c cluster.Cluster) (repaired bool, err error) {
	return scenario.Repair(ctx, c)
}

// CaughtUp waits until the components of a cluster act on changes, for example after
// all its nodes were restarted.
func CaughtUp(ctx context.Context, c cluster.Cluster) error { return scenario.CaughtUp(ctx, c) }
