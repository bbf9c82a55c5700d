package steps

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// active returns the faults that the steps before a line inject and do not
// revert, each with the step that injects it. They are unknown if a step contains
// a ${value}.
func (in Line) active() (active map[string]string, known bool) {
	active = map[string]string{}
	for _, text := range in.Before {
		for _, step := range Match(text) {
			if len(step.injected)+len(step.reverted) == 0 {
				continue
			}
			if grammar.Placeholder.MatchString(text) {
				return nil, false
			}
			words := step.words(text)
			for _, f := range in.faults(step.injected, words) {
				active[f.String()] = text
			}
			for _, f := range in.faults(step.reverted, words) {
				delete(active, f.String())
			}
		}
	}
	return active, true
}

// faults are those that the words of a sentence mean on the cluster of the plan.
func (in Line) faults(makes []makeFault, words []string) (all []faults.Fault) {
	for _, make := range makes {
		if f, err := make(in.planned(), words); err == nil {
			all = append(all, f)
		}
	}
	return all
}

func (in Line) planned() planned {
	return planned{topology: cmp.Or(in.Topology, cluster.Default)}
}

// outOfOrder refuses a fault that cannot be made or is already injected, and the
// reverting of a fault that the scenario has not injected, as the engine would.
func (s Step) outOfOrder(in Line, words []string) error {
	if len(s.injected)+len(s.reverted) == 0 || grammar.Placeholder.MatchString(in.Text) {
		return nil
	}
	active, known := in.active()
	for _, make := range s.injected {
		f, err := make(in.planned(), words)
		if err != nil {
			return err
		}
		if err := f.Spec().Validate(); err != nil {
			return err
		}
		if by, there := active[f.String()]; there {
			return fmt.Errorf("the fault is already injected by %q: revert it first", by)
		}
	}
	if len(s.reverted) > 0 && known {
		return in.revertible(s.reverted, words, active)
	}
	return nil
}

// revertible finds a fault to revert among those that a sentence may mean.
func (in Line) revertible(makes []makeFault, words []string, active map[string]string) error {
	for _, make := range makes {
		f, err := make(in.planned(), words)
		if err != nil {
			return err
		}
		if _, there := active[f.String()]; there {
			return nil
		}
	}
	return fmt.Errorf("no step before it injects this fault: %s", toRevert(active))
}

// toRevert names the steps whose faults can be reverted.
func toRevert(active map[string]string) string {
	if len(active) == 0 {
		return "the scenario has no active fault so far"
	}
	return "the active faults are those of " + quoted(slices.Sorted(maps.Values(active)))
}
