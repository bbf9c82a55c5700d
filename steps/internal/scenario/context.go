package scenario

import (
	"context"
	"errors"
)

type key struct{}

// ErrNone is returned for a context outside the steps of a scenario.
var ErrNone = errors.New("this step runs outside a scenario of gherkube: call Suite.InitializeScenario in your ScenarioInitializer")

// ErrShared is returned for a fault on a shared cluster.
var ErrShared = errors.New("this step disrupts the cluster, which other scenarios share: tag the scenario @disruptive or @own-cluster")

// NewContext returns a context in which the steps of a scenario run.
func NewContext(ctx context.Context, s *Scenario) context.Context {
	return context.WithValue(ctx, key{}, s)
}

// From returns the scenario of a step's context, or ErrNone.
func From(ctx context.Context) (*Scenario, error) {
	s, ok := ctx.Value(key{}).(*Scenario)
	if !ok {
		return nil, ErrNone
	}
	return s, nil
}
