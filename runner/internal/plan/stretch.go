package plan

import (
	"fmt"
	"strings"
)

// stretch is a scenario with the number of its consecutive runs.
type stretch struct {
	scenario    *Scenario
	first, last int // numbers in the plan, from 1
}

func (s stretch) numbers() string {
	if s.first == s.last {
		return fmt.Sprint(s.first)
	}
	return fmt.Sprintf("%d-%d", s.first, s.last)
}

func (p *Plan) stretches() []stretch {
	var all []stretch
	for i, s := range p.Scenarios {
		if last := len(all) - 1; last >= 0 && all[last].scenario.Place() == s.Place() && all[last].scenario.Topology == s.Topology {
			all[last].last = i + 1
			continue
		}
		all = append(all, stretch{s, i + 1, i + 1})
	}
	return all
}

// distinct returns the number of scenarios, without repetitions and versions.
func (p *Plan) distinct() int {
	places := map[string]bool{}
	for _, s := range p.Scenarios {
		places[s.Place()] = true
	}
	return len(places)
}

// timesEach says how often each scenario runs, if more than once.
func (p *Plan) timesEach() string {
	text := ""
	if len(p.Matrix) > 0 {
		text = fmt.Sprintf(", on %d versions of Kubernetes", len(p.Matrix))
	}
	if p.Times > 0 {
		text += fmt.Sprintf(", %d times each", p.Times)
	}
	return text
}

// writeOptions writes the options that change the course of the run.
func (p *Plan) writeOptions(b *strings.Builder) {
	if p.Seed != 0 {
		fmt.Fprintf(b, "Order: random, seed %d; scenarios of one topology stay together%s\n", p.Seed, p.groups())
	}
	if p.Retry > 0 {
		fmt.Fprintf(b, "Retries: at most %d for a scenario that does not pass\n", p.Retry)
	}
	if p.FailFast {
		b.WriteString("Fail fast: no scenario begins after one has failed\n")
	}
}

// groups says that scenarios of a parallel run start grouped by isolation, as the
// pool orders them.
func (p *Plan) groups() string {
	if p.Parallel <= 1 {
		return ""
	}
	return "; those that share a cluster begin first, then @disruptive, then @own-cluster"
}
