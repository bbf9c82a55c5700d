package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestALongPlanIsBriefOnATerminal has a line for each feature, and a short plan a line
// for each scenario.
func TestALongPlanIsBriefOnATerminal(t *testing.T) {
	for scenarios, want := range map[int]int{brief: brief, brief + 1: 3} {
		p := &Plan{Repeat: "gherkube run"}
		for i := range scenarios {
			file := fmt.Sprintf("features/%d.feature", i%3)
			p.Scenarios = append(p.Scenarios, &Scenario{ID: ID(file, i), File: file, Line: i, Feature: "Nodes", Name: "A pod"})
		}
		var b strings.Builder
		if err := p.WriteBrief(&b); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "\n") - 2; got != want || !strings.Contains(b.String(), "Repeat: gherkube run") {
			t.Errorf("%d scenarios: %d lines, want %d:\n%s", scenarios, got, want, b.String())
		}
	}
}
