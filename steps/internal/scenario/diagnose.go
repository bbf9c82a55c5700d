package scenario

import (
	"context"
	"slices"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
)

// Diagnose collects diagnostics of the scenario's failure, while its objects and faults
// are still there. The objects and nodes are those that the failed step names, the most
// important first.
func (s *Scenario) Diagnose(ctx context.Context, named []diagnostics.Ref) []diagnostics.Item {
	return diagnostics.Collect(ctx,
		diagnostics.Source{View: s.history.View(), Nodes: s.cluster.Nodes(), Client: s.client, Secrets: s.secrets},
		diagnostics.Scope{Namespace: s.namespace, Named: named, Nodes: s.disrupted(), Since: s.began})
}

// disrupted returns the names of the nodes with the scenario's faults, the newest first.
func (s *Scenario) disrupted() (nodes []string) {
	for _, r := range slices.Backward(s.faults.Receipts()) {
		nodes = append(nodes, r.Node)
	}
	return nodes
}
