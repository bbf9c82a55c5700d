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
	"github.com/gherkube/gherkube/steps/event"
)

// Scenario is one scenario under way: its cluster, its namespace, and the
// names that its sentences have given.
type Scenario struct {
	*session
	Spec
	background
	environment   *Environment // nil for a scenario that has taken its cluster
	namespace     string
	faults        *faults.Engine
	found         fitness.Baseline         // what a disruptive one has to leave as it was
	began         time.Time                // before anything of it was done
	start         observe.Mark             // where its history begins
	release       func()                   // lets the history of the cluster go that it may look back to
	mark          observe.Mark             // where the next expectation begins to look
	quiet         time.Time                // when watches have told of the last action
	pause         time.Duration            // before the step under way, for which its expectation waits no less; see Resumes
	called        map[string][]*corev1.Pod // pods by the name that a sentence gave them
	last          *Result                  // of the last command
	used          sync.Map                 // the names of the nodes where its commands have run: probes ask at the same time
	values        map[string]string        // what sentences write as ${name}
	types         sync.Map                 // the custom types that its sentences speak of, by the name that they have there
	unfollowed    []string                 // the types of which it speaks and that are not watched yet
	memories      map[string]memory        // objects by the name under which a sentence remembered them
	trials        sync.Map                 // the names of the pods that looks have created
	namedAfter    bool                     // a command has had the namespace's name in it
	clusterScoped []string                 // what has that name, belongs to no namespace, and is being deleted
	sandbox       Sandbox                  // where answers run; nil until one does
	onNode        bool                     // a command has run on a node
	files         string                   // the folder of files on this machine that its steps were given; empty until there is one
	mayRetry      bool                     // it did not pass, and may run again on the cluster
	held          cluster.Holding
}

// Spec is what is known of a scenario before it begins.
type Spec struct {
	ID            string
	Title         string // for people: its name, and the file that it stands in
	FeatureFolder string // where its feature stands
	Isolation     cluster.Isolation
	NeedsClean    bool              // it begins when nothing of other scenarios is left in the cluster
	OnEvent       func(event.Event) // is told what happens
}

// NamespaceValue is the name of the value that every scenario has.
const NamespaceValue = "namespace"

// newScenario returns a scenario without a cluster.
func newScenario(spec Spec) *Scenario {
	return &Scenario{Spec: spec, called: map[string][]*corev1.Pod{}, values: map[string]string{}, memories: map[string]memory{}}
}

// Cluster returns the cluster on which the scenario runs.
func (s *Scenario) Cluster() cluster.Cluster { return s.cluster }

// Client returns a client with the administrator's rights.
func (s *Scenario) Client() kubernetes.Interface { return s.client }

// History returns what was watched of the cluster.
func (s *Scenario) History() *observe.History { return s.history }

// Namespace returns the name of the scenario's own namespace.
func (s *Scenario) Namespace() string { return s.namespace }

// Faults returns the engine that injects and reverts the scenario's faults.
func (s *Scenario) Faults() *faults.Engine { return s.faults }

// Began returns the time before anything of the scenario was done.
func (s *Scenario) Began() time.Time { return s.began }

// Shared reports whether other scenarios use the cluster at the same time.
func (s *Scenario) Shared() bool { return s.Isolation == cluster.Shared }

// InEnvironment reports whether the scenario is one of a lab.
func (s *Scenario) InEnvironment() bool { return s.environment != nil }

// IsCheck reports whether the scenario is a check. In a check, an object of the setup
// that no longer exists counts as removed by the student.
func (s *Scenario) IsCheck() bool { return s.environment != nil && !s.environment.Prepare }

// Object splits what a sentence calls an object: a name in the scenario's
// namespace, or namespace/name.
func (s *Scenario) Object(ref string) (namespace, name string) {
	if namespace, name, ok := strings.Cut(ref, "/"); ok {
		return namespace, name
	}
	return s.namespace, ref
}

// Knows refuses the name of a node that the cluster does not have; none is
// fine. "0 pods on worker-9" would always be true.
func (s *Scenario) Knows(node string) error {
	if node == "" {
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
