package plan

import (
	"fmt"
	"io"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// brief is how many scenarios of a plan fit on a terminal.
const brief = 12

// WriteScreen prints the plan for a terminal with so many columns (0 for no limit): the
// scenarios below the names of their files. A long plan has one line per feature, unless
// the whole plan is wanted.
func (p *Plan) WriteScreen(w io.Writer, columns int, whole bool) error {
	var b strings.Builder
	b.WriteString(p.heading())
	usual, all := p.usual()
	if p.Cluster == "" { // else the heading names it
		mostly := "mostly on"
		if all {
			mostly = "on"
		}
		b.WriteString(terminal.Hanging("  "+mostly+" clusters with "+usual.String(), 0, columns) + "\n")
	}
	if stretches := p.stretches(); whole || len(stretches) <= brief {
		b.WriteString(byFile(stretches, usual, columns))
	} else {
		b.WriteString(p.features(columns))
	}
	return p.writeEnd(w, &b)
}

// usual returns the topology of most scenarios, and whether it is that of all.
func (p *Plan) usual() (most cluster.Topology, all bool) {
	counts := map[cluster.Topology]int{}
	for _, s := range p.Scenarios {
		if counts[s.Topology]++; counts[s.Topology] > counts[most] {
			most = s.Topology
		}
	}
	return most, counts[most] == len(p.Scenarios)
}

// byFile lists scenarios below the names of their files.
func byFile(all []stretch, usual cluster.Topology, columns int) string {
	var b strings.Builder
	width := 0
	for _, r := range all {
		width = max(width, len(r.numbers()))
	}
	for i, r := range all {
		if i == 0 || all[i-1].scenario.File != r.scenario.File {
			b.WriteString("  " + r.scenario.File + "\n")
		}
		before := fmt.Sprintf("  %*s  :%-4d ", width, r.numbers(), r.scenario.Line)
		b.WriteString(before + terminal.Hanging(r.scenario.Name+beside(r.scenario, usual), len(before), columns) + "\n")
	}
	return b.String()
}

// beside says in which way the cluster of a scenario is not the usual one.
func beside(s *Scenario, usual cluster.Topology) string {
	var notes []string
	if s.Isolation != cluster.Shared {
		notes = append(notes, string(s.Isolation))
	}
	if s.Topology != usual {
		notes = append(notes, s.Topology.String())
	}
	if notes == nil {
		return ""
	}
	return " (" + strings.Join(notes, ": ") + ")"
}

// features lists the features, with the number of their scenarios.
func (p *Plan) features(columns int) string {
	var rows [][]string
	counts, row := map[string]int{}, map[string]int{}
	for _, s := range p.Scenarios {
		if counts[s.File] == 0 {
			row[s.File] = len(rows)
			rows = append(rows, []string{"", s.File, s.Feature})
		}
		counts[s.File]++
		rows[row[s.File]][0] = fmt.Sprintf("  %d", counts[s.File])
	}
	return terminal.Table(rows, columns)
}
