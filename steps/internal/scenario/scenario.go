package scenario

import (
	"strings"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/steps/event"
)

// Scenario is a running scenario: its cluster, its namespace, and the names that its
// sentences have defined.
type Scenario struct {
	*session
	Spec
	background
	environment   *Environment // nil unless the scenario belongs to a lab
	namespace     string
	faults        *faults.Engine
	found         fitness.Baseline         // the state to which a disruptive scenario must return the cluster
	began         time.Time                // before the scenario did anything
	start         observe.Mark             // where its history begins
	release       func()                   // releases the cluster's history that the scenario may look back to
	mark          observe.Mark             // where the next expectation begins to look in the history
	quiet         time.Time                // when watches have reported the last action
	pause         time.Duration            // before the current step; extends the time of its expectation; see Resumes
	called        map[string][]*corev1.Pod // pods by alias
	last          *Result                  // the result of the last command
	used          sync.Map                 // the names of the nodes where its commands have run; probes write it concurrently
	values        map[string]string        // the values of ${name}
	types         sync.Map                 // the custom types of its sentences, by the name used there
	unfollowed    []string                 // the types in its sentences that are not watched yet
	memories      map[string]memory        // remembered objects by name
	trials        sync.Map                 // the names of the pods that observations have created
	namedAfter    bool                     // a command contained the namespace's name
	clusterScoped []string                 // the cluster-scoped objects with that name that are being deleted
	elsewhere     []ObjectElsewhere        // the objects that it has applied in namespaces of others
	sandbox       Sandbox                  // where answers run; nil until the first one does
	onNode        bool                     // a command has run on a node
	files         string                   // the folder on this machine with files for its steps; empty until there is one
	mayRetry      bool                     // the scenario did not pass, and may run again on the cluster
	held          cluster.Holding
}

// Spec is what is known about a scenario before it begins.
type Spec struct {
	ID            string
	Title         string // for people: its name and file
	FeatureFolder string // the folder of its feature
	Isolation     cluster.Isolation
	NeedsClean    bool              // it waits until nothing of other scenarios is left in the cluster
	OnEvent       func(event.Event) // called with each event
}

// NamespaceValue is the name of a value that is defined in every scenario.
const NamespaceValue = "namespace"

// newScenario returns a scenario without a cluster.
func newScenario(spec Spec) *Scenario {
	return &Scenario{Spec: spec, called: map[string][]*corev1.Pod{}, values: map[string]string{}, memories: map[string]memory{}}
}

// Cluster returns the cluster on which the scenario runs.
func (s *Scenario) Cluster() cluster.Cluster { return s.cluster }

// Client returns a client with the administrator's rights.
func (s *Scenario) Client() kubernetes.Interface { return s.client }

// History returns the history of the cluster's objects, as watched.
func (s *Scenario) History() *observe.History { return s.history }

// Secrets returns what the cluster's Secrets hold and have held. Its lists do not depend
// on the context of a step: what an interrupted scenario tells is redacted, too.
func (s *Scenario) Secrets() *redact.Vault { return s.secrets }

// Namespace returns the name of the scenario's own namespace.
func (s *Scenario) Namespace() string { return s.namespace }

// Faults returns the engine that injects and reverts the scenario's faults.
func (s *Scenario) Faults() *faults.Engine { return s.faults }

// Began returns a time before the scenario did anything.
func (s *Scenario) Began() time.Time { return s.began }

// Shared reports whether other scenarios use the cluster at the same time.
func (s *Scenario) Shared() bool { return s.Isolation == cluster.Shared }

// InEnvironment reports whether the scenario belongs to a lab.
func (s *Scenario) InEnvironment() bool { return s.environment != nil }

// IsCheck reports whether the scenario is a check. In a check, an object of the setup
// that no longer exists counts as removed by the student.
func (s *Scenario) IsCheck() bool { return s.environment != nil && !s.environment.Prepare }

// Object splits a reference to an object: a name in the scenario's namespace, or
// namespace/name.
func (s *Scenario) Object(ref string) (namespace, name string) {
	if namespace, name, ok := strings.Cut(ref, "/"); ok {
		return namespace, name
	}
	return s.namespace, ref
}

// Knows rejects the name of a node that the cluster does not have, because "0 pods on
// worker-9" would always be true. An empty name is valid, and that of a simulated node.
func (s *Scenario) Knows(node string) error {
	if node == "" || s.cluster.Topology().Simulates(node) {
		return nil
	}
	_, err := s.cluster.Node(node)
	return err
}

// Tell reports an event of the scenario.
func (s *Scenario) Tell(kind event.Kind, text string, data any) {
	s.OnEvent(event.Event{Scenario: s.ID, At: time.Now(), Kind: kind, Text: text, Data: data})
}

func (s *Scenario) noteReceipt(r faults.Receipt) {
	s.history.Note(r.String())
	s.Tell(event.Receipt, r.String(), r)
}
