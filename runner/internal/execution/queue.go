package execution

import (
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// inOrder is the order in which scenarios are begun: that of the plan when
// they run one at a time. Otherwise those that can share clusters come first,
// those that need one to themselves next, and those that need a new one last;
// and among these, the ones of one topology together. So nobody waits for a
// cluster that somebody shares, and clusters are not replaced to and fro.
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

// firstOf is the place of the first scenario that wants the same cluster.
func firstOf(planned []*plan.Scenario, s *plan.Scenario) int {
	return slices.IndexFunc(planned, func(other *plan.Scenario) bool {
		return other.Isolation == s.Isolation && other.Topology == s.Topology
	})
}

// queue hands out scenarios to those who run them.
type queue struct {
	mu        sync.Mutex
	scenarios []*plan.Scenario
}

// next is the scenario to run now, or nil when there is none left.
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

// end leaves nothing to run, and returns how many scenarios it dropped.
func (q *queue) end() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	dropped := len(q.scenarios)
	q.scenarios = nil
	return dropped
}
