package scenario

import (
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/redact"
)

// Fake is a scenario for tests of sentences, without a cluster: it has only what the
// test provides.
type Fake struct {
	Cluster     cluster.Cluster
	Client      kubernetes.Interface
	History     *observe.History
	Secrets     *redact.Vault
	Namespace   string
	Isolation   cluster.Isolation
	Environment *Environment
	Sandbox     Sandbox
	Values      map[string]string
}

// Scenario returns the scenario.
func (f Fake) Scenario() *Scenario {
	s := newScenario(Spec{Isolation: f.Isolation})
	s.session = &session{cluster: f.Cluster, client: f.Client, history: f.History, secrets: f.Secrets}
	if f.History != nil {
		s.faults = faults.NewEngine(f.Cluster, faults.Options{Journal: "none"})
	}
	s.namespace, s.environment, s.sandbox = f.Namespace, f.Environment, f.Sandbox
	if f.Values != nil {
		s.values = f.Values
	}
	return s
}
