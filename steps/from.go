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

// Scenario is the scenario that runs a step, for steps of your own. It is valid until the
// scenario ends.
type Scenario struct{ s *scenario.Scenario }

// From returns the scenario of a step's context. It returns an error if the context does
// not come from a step of a gherkube suite.
func From(ctx context.Context) (*Scenario, error) {
	s, err := scenario.From(ctx)
	if err != nil {
		return nil, err
	}
	return &Scenario{s}, nil
}

// Cluster returns the cluster that runs the scenario, with its nodes.
func (sc *Scenario) Cluster() cluster.Cluster { return sc.s.Cluster() }

// Client returns a client with the administrator's rights.
func (sc *Scenario) Client() kubernetes.Interface { return sc.s.Client() }

// Config returns a copy of the administrator's client configuration.
func (sc *Scenario) Config() *rest.Config { return sc.s.Cluster().Config() }

// Namespace returns the scenario's own namespace.
func (sc *Scenario) Namespace() string { return sc.s.Namespace() }

// Kubeconfig returns the path of a kubeconfig with the administrator's rights. Its current
// namespace is the scenario's. The end of the scenario removes the file.
func (sc *Scenario) Kubeconfig() (path string, err error) { return sc.s.Kubeconfig() }

// Values returns a copy of the values that sentences refer to as ${name}.
func (sc *Scenario) Values() map[string]string { return sc.s.Values() }

// SetValue names a value, so that later sentences can refer to it as ${name}.
func (sc *Scenario) SetValue(name, value string) error { return sc.s.SetValue(name, value) }

// Inject injects a fault and waits until it is in effect. The end of the scenario reverts
// it unless Revert does. The step has to be Disruptive, so that no other scenario uses the
// cluster.
func (sc *Scenario) Inject(ctx context.Context, f faults.Fault) error {
	if sc.s.Shared() {
		return scenario.ErrShared
	}
	_, err := sc.s.Faults().Inject(ctx, f)
	return err
}

// Revert reverts a fault that the scenario injected, and waits until the cluster has
// recovered.
func (sc *Scenario) Revert(ctx context.Context, f faults.Fault) error {
	_, err := sc.s.Faults().Revert(ctx, f)
	return err
}

// Expect judges an expectation against the watch history since the last action or verdict,
// and against live changes. The error states what was expected and last observed. It is a
// verdict.Unseen if the cluster could not be observed.
func (sc *Scenario) Expect(ctx context.Context, subject observe.Subject, matcher types.GomegaMatcher, timing observe.Timing) error {
	return sc.s.Judge(ctx, observe.Expectation{Subject: subject, Matcher: matcher, Timing: timing})
}
