package plan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// planned returns a plan of so many scenarios in three features.
func planned(scenarios int) *Plan {
	p := &Plan{Repeat: "gherkube run"}
	for i := range scenarios {
		file := fmt.Sprintf("features/%d.feature", 3*i/scenarios)
		p.Scenarios = append(p.Scenarios, &Scenario{
			ID: ID(file, i), File: file, Line: i + 10, Feature: "Nodes", Name: "A pod that runs on a worker while its kubelet is stopped",
			Isolation: cluster.Shared, Topology: cluster.Default,
		})
	}
	return p
}

// onScreen returns the lines of the plan on a terminal.
func onScreen(t *testing.T, p *Plan, columns int, all bool) []string {
	t.Helper()
	var b strings.Builder
	if err := p.WriteScreen(&b, columns, all); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

func TestALongPlanIsBriefOnATerminal(t *testing.T) {
	const around = 3 // the heading, the usual cluster, and how to repeat the run
	for _, row := range []struct {
		scenarios int
		all       bool
		want      int
	}{{brief, false, 3 + brief}, {brief + 1, false, 3}, {brief + 1, true, 3 + brief + 1}} {
		got := onScreen(t, planned(row.scenarios), 0, row.all)
		if len(got) != around+row.want || got[len(got)-1] != "Repeat: gherkube run" {
			t.Errorf("%+v: %d lines:\n%s", row, len(got), strings.Join(got, "\n"))
		}
	}
}

func TestAPlanFitsItsTerminal(t *testing.T) {
	p := planned(3)
	p.Scenarios[1].Isolation = cluster.Disruptive
	p.Scenarios[2].Isolation, p.Scenarios[2].Topology.Workers = cluster.OwnCluster, 3
	want := `Plan: 3 scenarios
  mostly on clusters with 1 control-plane, 2
  workers, fast timings
  features/0.feature
  1  :10   A pod that runs on a worker while its
           kubelet is stopped
  features/1.feature
  2  :11   A pod that runs on a worker while its
           kubelet is stopped (disruptive)
  features/2.feature
  3  :12   A pod that runs on a worker while its
           kubelet is stopped (own-cluster: 1
           control-plane, 3 workers, fast timings)
Repeat: gherkube run`
	if got := strings.Join(onScreen(t, p, 52, false), "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestAPlanOnANamedClusterDoesNotDescribeOthers(t *testing.T) {
	p := planned(1)
	p.Cluster = "dev"
	if got := onScreen(t, p, 0, false); len(got) != 4 || got[0] != "Plan: 1 scenario on cluster dev" {
		t.Errorf("%q", got)
	}
}
