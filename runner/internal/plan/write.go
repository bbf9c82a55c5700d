package plan

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/gherkube/gherkube/runner/internal/wording"
)

// Write prints the plan for people: one line per scenario, and the command that
// repeats the run. WriteScreen does it for a terminal.
func (p *Plan) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(p.heading())
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, r := range p.stretches() {
		s := r.scenario
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%s\n", r.numbers(), s.Place(), s.Isolation, s.Topology, s.Name)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	return p.writeEnd(w, &b)
}

func (p *Plan) heading() string {
	return fmt.Sprintf("Plan: %s%s\n", wording.Counted(p.distinct(), "scenario"), p.timesEach()+p.atATime()+p.on())
}

// writeEnd adds the lines below the table, and writes everything.
func (p *Plan) writeEnd(w io.Writer, b *strings.Builder) error {
	if p.Slow > 0 {
		fmt.Fprintf(b, "Left out: %s (--tags %s runs them)\n", p.SlowOnes(), SlowTag)
	}
	p.writeOptions(b)
	fmt.Fprintf(b, "Repeat: %s\n", p.Repeat)
	_, err := io.WriteString(w, b.String())
	return err
}

// atATime says how many scenarios run at the same time, if more than one.
func (p *Plan) atATime() string {
	if p.Parallel <= 1 {
		return ""
	}
	return fmt.Sprintf(", %d at a time", p.Parallel)
}

// on lists the versions and the cluster of the run.
func (p *Plan) on() string {
	var parts []string
	if p.Cluster != "" {
		parts = append(parts, "cluster "+p.Cluster)
	}
	for _, v := range p.Versions {
		parts = append(parts, v.Name+" "+v.Version)
	}
	if len(parts) == 0 {
		return ""
	}
	return " on " + strings.Join(parts, ", ")
}

// SlowOnes describes the slow scenarios that were left out, with their number.
func (p *Plan) SlowOnes() string { return wording.Counted(p.Slow, "scenario") + " tagged " + SlowTag }
