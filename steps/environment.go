package steps

import (
	"context"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Environment is where the features of a lab run: a cluster and a namespace that are
// there before a scenario and stay after it, as it leaves them.
type Environment = scenario.Environment

// Host is where commands run.
type Host = scenario.Host

// Submission is the work that a student handed in. To the grader it is data.
type Submission = scenario.Submission

// Sandbox is where answers run.
type Sandbox = scenario.Sandbox

// Sessions are the connections to clusters that the scenarios on them share.
// Suites that borrow clusters from one pool share them too. The zero value
// works.
type Sessions = scenario.Sessions

// Kept is what a scenario left in a cluster, for people to look at.
type Kept = scenario.Kept

// Repair reverts the faults that runs left in a cluster, verifies that it is
// healthy and as it was before the scenario that had it quarantined, and lifts
// the quarantine. It is false if the cluster was not quarantined.
func Repair(ctx context.Context, c cluster.Cluster) (repaired bool, err error) {
	return scenario.Repair(ctx, c)
}
