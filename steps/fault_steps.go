package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// faultTime bounds the execution of a fault's sentence, even if a command hangs.
const faultTime = 5 * time.Minute

func injects(pattern, meaning, example string, make makeFault) Step {
	step := faultStep(pattern, meaning, example, func(ctx context.Context, s *scenario.Scenario, words []string) error {
		f, err := make(s.Cluster(), words)
		if err != nil {
			return err
		}
		_, err = s.Faults().Inject(ctx, f)
		return err
	})
	step.injected = []makeFault{make}
	return step
}

// reverts returns a step that reverts the active ones of its faults. If none is active,
// the fault engine returns the error.
func reverts(pattern, meaning, example string, makes ...makeFault) Step {
	step := faultStep(pattern, meaning, example, func(ctx context.Context, s *scenario.Scenario, words []string) error {
		candidates, err := candidates(s, makes, words)
		if err != nil {
			return err
		}
		var errs []error
		for _, f := range candidates {
			_, err := s.Faults().Revert(ctx, f)
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	})
	step.reverted = makes
	return step
}

// candidates returns the active ones of the possible faults, or the first if none is active.
func candidates(s *scenario.Scenario, makes []makeFault, words []string) ([]faults.Fault, error) {
	var all, injected []faults.Fault
	for _, make := range makes {
		f, err := make(s.Cluster(), words)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
		if isInjected(s, f) {
			injected = append(injected, f)
		}
	}
	if len(injected) > 0 {
		return injected, nil
	}
	return all[:1], nil
}

func isInjected(s *scenario.Scenario, f faults.Fault) bool {
	return slices.ContainsFunc(s.Faults().Active(), func(r faults.Receipt) bool { return r.Name == f.String() })
}

func faultStep(pattern, meaning, example string, run func(context.Context, *scenario.Scenario, []string) error) Step {
	return Step{
		Topic: "faults", Kinds: anAction, Pattern: pattern, Meaning: meaning, Example: example, Disruptive: true,
		Func: grammar.StringsFunc(grammar.Groups(pattern), func(ctx context.Context, words []string) error {
			s, err := scenario.From(ctx)
			if err != nil {
				return err
			}
			if s.Shared() {
				return scenario.ErrShared
			}
			defer s.Acted(ctx)
			ctx, cancel := context.WithTimeout(ctx, faultTime)
			defer cancel()
			return run(ctx, s, words)
		}),
	}
}

// ofNode makes a fault of the node in a sentence.
func ofNode(fault func(node string) faults.Fault) makeFault {
	return func(_ cluster.Cluster, words []string) (faults.Fault, error) { return fault(words[0]), nil }
}

// ofPart makes a fault of a part of the cluster, on the node in the sentence or, without
// one, on the first node.
func ofPart(part cluster.Part, fault func(node string) faults.Fault, or ...cluster.Part) makeFault {
	return func(c cluster.Cluster, words []string) (faults.Fault, error) {
		t := c.Topology()
		switch {
		case !slices.ContainsFunc(append(or, part), t.Parts.Has):
			return nil, fmt.Errorf("the cluster has no %s: ask for it before (Given the cluster has %[1]s)", part.Words())
		case len(words) > 0:
			return fault(words[0]), nil
		}
		return fault(nodesOf(t)[0]), nil
	}
}

// ofComponent makes a fault of a component. A sentence without a node means the only
// control-plane node.
func ofComponent(fault func(node, component string) faults.Fault) makeFault {
	return func(c cluster.Cluster, words []string) (faults.Fault, error) {
		node := words[1]
		if node == "" {
			if several := c.Topology().ControlPlanes; several > 1 {
				return nil, fmt.Errorf("the cluster has %d control-plane nodes, each with this component: say which (the %s on control-plane-1)", several, words[0])
			}
			node = c.Nodes()[0].Name()
		}
		return fault(node, componentNames[words[0]]), nil
	}
}

// componentNames maps the names of components in sentences to those in Kubernetes.
var componentNames = map[string]string{
	"API server": "kube-apiserver", "controller manager": "kube-controller-manager",
	"scheduler": "kube-scheduler", "etcd": "etcd",
}
