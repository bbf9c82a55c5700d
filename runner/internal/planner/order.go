package planner

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// order rejects contradictory options for the order and the number of runs.
func (m *maker) order() {
	r := m.request
	if r.Retry < 0 {
		m.problem("", 0, "--retry %d: expected the number of further tries, 0 or more", r.Retry)
	}
	if r.Times < 0 {
		m.problem("", 0, "--repeat %d: a scenario has to run at least once", r.Times)
	}
	if r.Seed < 0 {
		m.problem("", 0, "--random=%d: expected a seed of 1 or more", r.Seed)
	}
	if r.Retry > 0 && r.Times > 1 {
		m.problem("", 0, "--retry and --repeat: choose one; --repeat shows how often a scenario passes, and a retry would hide what it looks for")
	}
}

// repeat lists each scenario as often as it runs. Repetitions of a scenario are
// consecutive, so that they find a matching cluster.
func repeat(p *plan.Plan) {
	if p.Times <= 1 {
		p.Times = 0
		return
	}
	var all []*plan.Scenario
	for _, s := range p.Scenarios {
		for n := 1; n <= p.Times; n++ {
			repetition := *s
			repetition.Number = n
			repetition.ID = fmt.Sprintf("%s#%d", s.ID, n)
			all = append(all, &repetition)
		}
	}
	p.Scenarios = all
}

// shuffle shuffles the scenarios by the seed. Scenarios of one topology stay
// together, so that clusters are not replaced unnecessarily.
func shuffle(p *plan.Plan) {
	if p.Seed == 0 {
		return
	}
	random := rand.New(rand.NewPCG(uint64(p.Seed), 0))
	random.Shuffle(len(p.Scenarios), func(i, j int) {
		p.Scenarios[i], p.Scenarios[j] = p.Scenarios[j], p.Scenarios[i]
	})
	place := map[any]int{}
	for i, s := range p.Scenarios {
		if _, seen := place[s.Topology]; !seen {
			place[s.Topology] = i
		}
	}
	slices.SortStableFunc(p.Scenarios, func(a, b *plan.Scenario) int { return place[a.Topology] - place[b.Topology] })
}
