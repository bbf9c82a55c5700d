package steps

import "github.com/gherkube/gherkube/fixtures/cluster"

// Isolation is how much of a cluster a scenario has for itself.
type Isolation string

// The isolations: a namespace on a shared cluster; the whole cluster, which
// must be healthy afterwards; a cluster that no other scenario sees.
const (
	Shared     Isolation = "shared"
	Disruptive Isolation = "disruptive"
	OwnCluster Isolation = "own-cluster"
)

// IsolationOf reads the isolation from a scenario's tags.
func IsolationOf(tags []string) Isolation {
	found := Shared
	for _, tag := range tags {
		switch tag {
		case "@own-cluster":
			return OwnCluster
		case "@disruptive":
			found = Disruptive
		}
	}
	return found
}

// use is what a scenario asks of the pool.
func (i Isolation) use() cluster.Use {
	switch i {
	case Disruptive:
		return cluster.Alone
	case OwnCluster:
		return cluster.Fresh
	}
	return cluster.Shared
}
