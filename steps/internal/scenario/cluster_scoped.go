package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// What belongs to no namespace (namespaces themselves, cluster roles, volumes)
// is shared by all scenarios on a cluster. A scenario makes such a thing its
// own by writing ${namespace} into its name, and its end removes it.

// deleteClusterScoped deletes what belongs to no namespace and has the scenario's in
// its name. It asks for every kind there is, so it is only done where a
// command had that name in it.
func (s *Scenario) deleteClusterScoped(ctx context.Context) error {
	if !s.namedAfter || s.Isolation == cluster.OwnCluster {
		return nil
	}
	n, err := s.administratorsNode(ctx)
	if err != nil {
		return err
	}
	own, err := cluster.Output(ctx, n, fmt.Sprintf(clusterScopedScript, s.namespace))
	if err != nil {
		return fmt.Errorf("removing what is named after namespace %s: %w", s.namespace, err)
	}
	s.clusterScoped = slices.DeleteFunc(strings.Fields(own), func(object string) bool { return strings.HasPrefix(object, "namespace/") })
	return nil
}

// clusterScopedScript prints what it asks to be deleted. It fails where the API server
// does not tell what there is: nothing to delete would look the same.
const clusterScopedScript = `export KUBECONFIG=/etc/kubernetes/admin.conf
set -e -o pipefail
kinds=$(kubectl api-resources --namespaced=false --verbs=list,delete -o name | paste -sd,)
all=$(kubectl get "$kinds" -o name)
own=$(grep -F -- '%[1]s' <<<"$all" | grep -v '^namespace/%[1]s$') || exit 0
kubectl delete --ignore-not-found --wait=false $own >&2
echo $own`

// goneScript waits until objects that are being deleted are gone. A volume goes
// after the claim that it is bound to.
const goneScript = `export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl delete --ignore-not-found --timeout=%s %s`
