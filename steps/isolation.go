package steps

import "github.com/gherkube/gherkube/fixtures/cluster"

// IsolationOf returns the isolation that a scenario's tags request.
func IsolationOf(tags []string) cluster.Isolation {
	found := cluster.Shared
	for _, tag := range tags {
		switch tag {
		case "@own-cluster":
			return cluster.OwnCluster
		case "@disruptive":
			found = cluster.Disruptive
		}
	}
	return found
}
