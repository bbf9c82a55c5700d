package scenario

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/event"
)

// Kept is what a scenario left in a cluster for inspection.
type Kept struct {
	Cluster   string
	Namespace string
	Scenario  string   // its name and file
	Faults    []string // faults that are still in effect
	Verified  bool     // the cluster need not be verified before the next scenario
}

// parkings are the parkings of all clusters. The zero value works.
type parkings struct {
	mu  sync.Mutex
	all map[cluster.Cluster]*parking
}

// parking holds the ended scenarios of a cluster whose cleanup is postponed until
// another scenario takes the cluster.
type parking struct {
	mu     sync.Mutex
	parked []*Scenario
}

// kept returns what scenarios kept, sorted by cluster, and within a cluster in the
// order in which the scenarios ended.
func (ps *parkings) kept() []Kept {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	var kept []Kept
	for _, p := range ps.all {
		p.mu.Lock()
		for _, s := range p.parked {
			kept = append(kept, s.kept())
		}
		p.mu.Unlock()
	}
	slices.SortStableFunc(kept, func(a, b Kept) int { return cmp.Compare(a.Cluster, b.Cluster) })
	return kept
}

func (s *Scenario) kept() Kept {
	k := Kept{Cluster: s.cluster.Name(), Namespace: s.namespace, Scenario: s.Title, Verified: s.Isolation == cluster.Shared && !s.onNode}
	for _, r := range s.faults.Active() {
		k.Faults = append(k.Faults, r.Name)
	}
	return k
}

// of returns the parking of a cluster.
func (ps *parkings) of(c cluster.Cluster) *parking {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.all == nil {
		ps.all = map[cluster.Cluster]*parking{}
	}
	if ps.all[c] == nil {
		ps.all[c] = &parking{}
	}
	return ps.all[c]
}

// park keeps the scenario's objects and faults. For a shared cluster that was not
// verified, it leaves a note for other processes.
func (p *parking) park(s *Scenario) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	s.tellTimeline()
	p.parked = append(p.parked, s)
	s.releaseHistory()
	if s.Isolation == cluster.Shared && s.onNode {
		return s.underWay()
	}
	return nil
}

// clear cleans up after the scenarios parked on the cluster, before another scenario
// uses it.
func (p *parking) clear(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs []error
	for _, s := range p.parked {
		onEvent := s.OnEvent
		s.OnEvent = func(e event.Event) { // its part of the record is closed
			if e.Kind == event.Left {
				onEvent(e)
			}
		}
		s.holdHistory()
		errs = append(errs, s.clean(ctx))
	}
	p.parked = nil
	return errors.Join(errs...)
}
