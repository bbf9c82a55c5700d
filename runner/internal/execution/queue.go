package execution

import (
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// inOrder returns the scenarios in the order in which they start. Without
// parallelism, that is the order of the plan. Otherwise, scenarios that share
// clusters come first, then those that need a cluster to themselves, then those
// that need a new one. Within these groups, scenarios of one topology stay
// together. So no scenario waits for a shared cluster, and clusters are not
// replaced unnecessarily.
func inOrder(planned []*plan.Scenario, parallel int) []*plan.Scenario {
	if parallel <= 1 {
		return planned
	}
	sorted := slices.Clone(planned)
	slices.SortStableFunc(sorted, func(a, b *plan.Scenario) int {
		if a.Isolation != b.Isolation {
			return slices.Index(isolations, a.Isolation) - slices.Index(isolations, b.Isolation)
		}
		return firstOf(planned, a) - firstOf(planned, b)
	})
	return sorted
}

var isolations = []cluster.Isolation{cluster.Shared, cluster.Disruptive, cluster.OwnCluster}

// firstOf returns the index of the first scenario that needs the same kind of
// cluster.
func firstOf(planned []*plan.Scenario, s *plan.Scenario) int {
	return slices.IndexFunc(planned, func(other *plan.Scenario) bool {
		return other.Isolation == s.Isolation && other.Topology == s.Topology
	})
}

// queue hands out scenarios to workers.
type queue struct {
	mu        sync.Mutex
	scenarios []*plan.Scenario
}

// next returns the next scenario, or nil if none is left.
func (q *queue) next() *plan.Scenario {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.scenarios) == 0 {
		return nil
	}
	s := q.scenarios[0]
	q.scenarios = q.scenarios[1:]
	return s
}

// end empties the queue and returns the number of dropped scenarios.
func (q *queue) end() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	dropped := len(q.scenarios)
	q.scenarios = nil
	return dropped
}
