package steps

import "github.com/gherkube/gherkube/fixtures/cluster"

// IsolationOf reads the isolation from a scenario's tags.
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
