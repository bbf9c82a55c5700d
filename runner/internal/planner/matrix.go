package planner

import (
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// matrix lists each scenario that names no version of Kubernetes once for each version of
// the request. The scenarios of one version stand together, so that they share clusters.
func (m *maker) matrix() {
	if !slices.ContainsFunc(m.plan.Scenarios, func(s *plan.Scenario) bool { return s.Matrix }) {
		return
	}
	m.plan.Matrix = m.request.Kubernetes
	var all []*plan.Scenario
	for _, s := range m.plan.Scenarios {
		if !s.Matrix {
			all = append(all, s)
		}
	}
	for _, version := range m.request.Kubernetes {
		for _, s := range m.plan.Scenarios {
			if s.Matrix {
				on := *s
				on.Topology.Kubernetes = version
				on.ID += "@" + version.String()
				if err := on.Topology.Validate(); err != nil && version != s.Topology.Kubernetes {
					m.problem(s.File, m.lineOfTopology(s), "%v", err)
				}
				all = append(all, &on)
			}
		}
	}
	m.plan.Scenarios = all
}

func versionList(versions []cluster.Version) string {
	var names []string
	for _, v := range versions {
		names = append(names, v.String())
	}
	return strings.Join(names, ",")
}
