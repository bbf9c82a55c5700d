package steps

import (
	"context"

	"github.com/onsi/gomega/types"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Scenario is the scenario in which a step runs, for steps of one's own. It is
// valid until the scenario ends.
type Scenario struct{ s *scenario.Scenario }

// From returns the scenario of a step's context. The error says that the context
// is not that of a step in a suite of gherkube.
func From(ctx context.Context) (*Scenario, error) {
	s, err := scenario.From(ctx)
	if err != nil {
		return nil, err
	}
	return &Scenario{s}, nil
}

// Cluster is the cluster on which the scenario runs, with its nodes.
func (sc *Scenario) Cluster() cluster.Cluster { return sc.s.Cluster() }

// Client is a client with the administrator's rights.
func (sc *Scenario) Client() kubernetes.Interface { return sc.s.Client() }

// Config is the configuration of such a client, as a copy.
func (sc *Scenario) Config() *rest.Config { return sc.s.Cluster().Config() }

// Namespace is the scenario's own namespace.
func (sc *Scenario) Namespace() string { return sc.s.Namespace() }

// Kubeconfig is the path of a kubeconfig with the administrator's rights, whose
// current namespace is the scenario's. The file is removed when the scenario
// ends.
func (sc *Scenario) Kubeconfig() (path string, err error) { return sc.s.Kubeconfig() }

// Values are what sentences write as ${name}, as a copy.
func (sc *Scenario) Values() map[string]string { return sc.s.Values() }

// SetValue gives a value a name, for later sentences to write as ${name}.
func (sc *Scenario) SetValue(name, value string) error { return sc.s.SetValue(name, value) }

// Inject injects a fault and waits until it is in effect. The end of the scenario
// reverts it, if Revert does not. The step has to be Disruptive, so that the
// scenario has the cluster to itself.
func (sc *Scenario) Inject(ctx context.Context, f faults.Fault) error {
	if sc.s.Shared() {
		return scenario.ErrShared
	}
	_, err := sc.s.Faults().Inject(ctx, f)
	return err
}

// Revert reverts a fault that the scenario has injected, and waits until the
// cluster has recovered from it.
func (sc *Scenario) Revert(ctx context.Context, f faults.Fault) error {
	_, err := sc.s.Faults().Revert(ctx, f)
	return err
}

// Expect judges an expectation against the watch history since the last action or verdict,
// and follows it live. The error states what was expected and last observed; it is a
// verdict.Unseen if the cluster could not be observed.
func (sc *Scenario) Expect(ctx context.Context, subject observe.Subject, matcher types.GomegaMatcher, timing observe.Timing) error {
	return sc.s.Judge(ctx, observe.Expectation{Subject: subject, Matcher: matcher, Timing: timing})
}
