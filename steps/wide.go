package steps

import (
	"context"
	"fmt"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// What belongs to no namespace (namespaces themselves, cluster roles, volumes)
// is shared by all scenarios on a cluster. A scenario makes such a thing its
// own by writing ${namespace} into its name, and its end removes it.

// removeWide removes what belongs to no namespace and has the scenario's in
// its name. It asks for every kind there is, so it is only done where a
// command had that name in it.
func (s *scenario) removeWide(ctx context.Context) error {
	if !s.wide || s.isolation == OwnCluster {
		return nil
	}
	n, err := s.administratorsNode(ctx)
	if err != nil {
		return err
	}
	if _, err := cluster.Output(ctx, n, fmt.Sprintf(wideScript, s.namespace, s.isolation != Shared)); err != nil {
		return fmt.Errorf("removing what is named after namespace %s: %w", s.namespace, err)
	}
	return nil
}

const wideScript = `export KUBECONFIG=/etc/kubernetes/admin.conf
kinds=$(kubectl api-resources --namespaced=false --verbs=list,delete -o name | paste -sd,)
kubectl get "$kinds" -o name | grep -F -- '%[1]s' | grep -v '^namespace/%[1]s$' |
  xargs -r kubectl delete --ignore-not-found --timeout=60s --wait=%[2]t`
