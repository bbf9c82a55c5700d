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

// injured are the faults that the sentences before a line inject and do not
// mend, with the sentence that injects each. It is unknown where a sentence has
// a ${value} in it.
func (in Line) injured() (active map[string]string, known bool) {
	active = map[string]string{}
	for _, text := range in.Before {
		for _, step := range Match(text) {
			if len(step.injures)+len(step.mends) == 0 {
				continue
			}
			if grammar.Placeholder.MatchString(text) {
				return nil, false
			}
			words := step.words(text)
			for _, f := range in.faults(step.injures, words) {
				active[f.String()] = text
			}
			for _, f := range in.faults(step.mends, words) {
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

// outOfOrder refuses a fault that cannot be made or is there already, and the
// mending of what the scenario has not injured: the engine of faults would.
func (s Step) outOfOrder(in Line, words []string) error {
	if len(s.injures)+len(s.mends) == 0 || grammar.Placeholder.MatchString(in.Text) {
		return nil
	}
	active, known := in.injured()
	for _, make := range s.injures {
		f, err := make(in.planned(), words)
		if err != nil {
			return err
		}
		if err := f.Spec().Validate(); err != nil {
			return err
		}
		if by, there := active[f.String()]; there {
			return fmt.Errorf("it is so already, by %q: mend it first", by)
		}
	}
	if len(s.mends) > 0 && known {
		return in.mendable(s.mends, words, active)
	}
	return nil
}

// mendable finds a fault to mend among those that a sentence may mean.
func (in Line) mendable(makes []makeFault, words []string, active map[string]string) error {
	for _, make := range makes {
		f, err := make(in.planned(), words)
		if err != nil {
			return err
		}
		if _, there := active[f.String()]; there {
			return nil
		}
	}
	return fmt.Errorf("no sentence before it has injured this: %s", injuries(active))
}

// injuries says what there is to mend.
func injuries(active map[string]string) string {
	if len(active) == 0 {
		return "the scenario has injured nothing so far, or mended it"
	}
	return "there is to mend what was done by " + quoted(slices.Sorted(maps.Values(active)))
}
