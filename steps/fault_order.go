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

// active returns the faults that the steps before a line inject and do not revert, each
// with the step that injects it. known is false if such a step contains a ${value}.
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

// faults returns the faults of a sentence on the planned cluster.
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

// outOfOrder refuses to inject a fault that is invalid or already active, and to revert one
// that is not active. The fault engine would refuse both at run time.
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

// revertible returns an error if none of the faults of a sentence is active.
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

// toRevert names the steps whose faults are active.
func toRevert(active map[string]string) string {
	if len(active) == 0 {
		return "the scenario has no active fault so far"
	}
	return "the active faults are those of " + quoted(slices.Sorted(maps.Values(active)))
}
