package scenario

import (
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Fake is a scenario for tests of sentences, without a cluster: it has only what the
// test provides.
type Fake struct {
	Cluster     cluster.Cluster
	Client      kubernetes.Interface
	Namespace   string
	Isolation   cluster.Isolation
	Environment *Environment
	Sandbox     Sandbox
	Values      map[string]string
}

// Scenario returns the scenario.
func (f Fake) Scenario() *Scenario {
	s := newScenario(Spec{Isolation: f.Isolation})
	s.session = &session{cluster: f.Cluster, client: f.Client}
	s.namespace, s.environment, s.sandbox = f.Namespace, f.Environment, f.Sandbox
	if f.Values != nil {
		s.values = f.Values
	}
	return s
}
