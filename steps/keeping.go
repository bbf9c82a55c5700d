package steps

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/event"
)

// Kept is what a scenario left in a cluster, for people to look at.
type Kept struct {
	Cluster   string
	Namespace string
	Scenario  string   // its name and file
	Faults    []string // that are still injected
	Verified  bool     // the cluster need not be verified before another scenario
}

// parking holds the scenarios that have ended on a cluster with their cleaning
// up still to be done: it is done when another scenario takes the cluster.
type parking struct {
	mu     sync.Mutex
	parked []*scenario
}

// Kept returns what was kept, in the order of clusters and then of scenarios.
func (all *Sessions) Kept() []Kept {
	all.mu.Lock()
	defer all.mu.Unlock()
	var kept []Kept
	for _, p := range all.kept {
		p.mu.Lock()
		for _, s := range p.parked {
			kept = append(kept, s.kept())
		}
		p.mu.Unlock()
	}
	slices.SortStableFunc(kept, func(a, b Kept) int { return cmp.Compare(a.Cluster, b.Cluster) })
	return kept
}

func (s *scenario) kept() Kept {
	k := Kept{Cluster: s.cluster.Name(), Namespace: s.namespace, Scenario: s.title, Verified: s.isolation == cluster.Shared && !s.onNode}
	for _, r := range s.faults.Active() {
		k.Faults = append(k.Faults, r.Name)
	}
	return k
}

func (all *Sessions) parkingOf(c cluster.Cluster) *parking {
	all.mu.Lock()
	defer all.mu.Unlock()
	if all.kept == nil {
		all.kept = map[cluster.Cluster]*parking{}
	}
	if all.kept[c] == nil {
		all.kept[c] = &parking{}
	}
	return all.kept[c]
}

// park keeps what the scenario made and injected. What was not verified of a
// cluster that others share is noted for other processes.
func (all *Sessions) park(s *scenario) error {
	p := all.parkingOf(s.cluster)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.parked = append(p.parked, s)
	s.releaseHistory()
	if s.isolation == cluster.Shared && s.onNode {
		return s.underWay()
	}
	return nil
}

// clear cleans up after the scenarios that were parked on a cluster, before
// another one uses it.
func (all *Sessions) clear(ctx context.Context, c cluster.Cluster) error {
	p := all.parkingOf(c)
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs []error
	for _, s := range p.parked {
		hear := s.hear
		s.hear = func(e event.Event) { // its part of the record is closed
			if e.Kind == event.Left {
				hear(e)
			}
		}
		s.holdHistory()
		errs = append(errs, s.clean(ctx))
	}
	p.parked = nil
	return errors.Join(errs...)
}
