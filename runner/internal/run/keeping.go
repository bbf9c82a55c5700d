package run

import (
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// admit rejects a cluster that a scenario left changed. A cluster whose run was
// killed is admitted, because its next scenario verifies it.
func admit(name string) error {
	q := cluster.Quarantined(name)
	if q == nil || q.Pending() {
		return nil
	}
	return input.Errorf("--cluster %s: it is %s\n%s", name, q, q.Advice(name))
}

// tellKept prints the commands that show what was kept.
func (r *run) tellKept() {
	names := r.clusters.names()
	if r.clusters.named != nil {
		names = append(names, r.clusters.named.Name())
	}
	for _, name := range names {
		r.tell("Kept cluster %s:", name)
		verified := r.tellLeft(name)
		r.tell("  enter it   gherkube cluster shell %s", name)
		if !verified {
			r.tell("  clean up   gherkube cluster repair %s", name)
		}
		r.tell("  run on it  gherkube run --cluster %s FEATURE:LINE", name)
		r.tell("  remove it  gherkube cluster down %s", name)
	}
}

// tellLeft prints what scenarios left in a cluster. It returns false if the cluster
// has to be verified before its next scenario.
func (r *run) tellLeft(name string) (verified bool) {
	kubectl := "kubectl --kubeconfig " + cluster.KubeconfigPath(name)
	r.tell("  use it     %s get nodes", kubectl)
	verified = true
	for _, k := range r.kept {
		if k.Cluster != name {
			continue
		}
		verified = verified && k.Verified
		r.tell("  left by    %s", k.Scenario)
		r.tell("             %s --namespace %s get all,configmaps", kubectl, k.Namespace)
		if len(k.Faults) > 0 {
			r.tell("             still injected: %s", strings.Join(k.Faults, "; "))
		}
		if k.Verified {
			r.tell("             %s delete namespace %s", kubectl, k.Namespace)
		}
	}
	return verified
}
