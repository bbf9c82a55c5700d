package steps

import (
	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Suite binds the vocabulary to one run of godog. The zero value works: it
// starts clusters in the local Docker engine as scenarios ask for them.
type Suite struct {
	// Pool lends the clusters; nil means one that starts them in Docker and
	// that the suite closes when it ends.
	Pool *cluster.Pool
	// Selected tells which scenarios to run; nil means all.
	Selected func(*godog.Scenario) bool
	// Hear is told of events as they happen, from one goroutine at a time
	// for a scenario; nil means nobody listens.
	Hear func(Event)
}

// InitializeTestSuite is godog's TestSuiteInitializer.
func (s *Suite) InitializeTestSuite(*godog.TestSuiteContext) {}

// InitializeScenario is godog's ScenarioInitializer.
func (s *Suite) InitializeScenario(*godog.ScenarioContext) {}

// TopologyOf reads from a scenario's sentences the topology that it asks for:
// the Default where it asks for none. The error tells what is wrong with it.
func TopologyOf(sentences []string) (cluster.Topology, error) {
	return cluster.Default, nil
}

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
