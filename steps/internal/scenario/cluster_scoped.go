package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Cluster-scoped objects (namespaces, cluster roles, volumes) are shared by all
// scenarios on a cluster. A scenario owns such an object by writing ${namespace} into
// its name, and removes it at its end.

// deleteClusterScoped deletes the cluster-scoped objects with the scenario's namespace
// in their names. It lists every cluster-scoped type, so it runs only if a command
// contained that name.
func (s *Scenario) deleteClusterScoped(ctx context.Context) error {
	if !s.namedAfter || s.Isolation == cluster.OwnCluster {
		return nil
	}
	n, err := s.administratorsNode(ctx)
	if err != nil {
		return err
	}
	own, err := cluster.Output(ctx, n, clusterScopedScript, s.namespace)
	if err != nil {
		return fmt.Errorf("removing what is named after namespace %s: %w", s.namespace, err)
	}
	s.clusterScoped = slices.DeleteFunc(strings.Split(strings.TrimSpace(own), "\n"), func(object string) bool {
		return object == "" || strings.HasPrefix(object, "namespace/")
	})
	return nil
}

// clusterScopedScript prints the objects that it deletes, one per line: names of roles may
// hold almost any character (IsValidPathSegmentName, k8s.io/apimachinery). It fails if the
// API server does not list the types, because that would look like nothing to delete.
const clusterScopedScript = `export KUBECONFIG=/etc/kubernetes/admin.conf
set -e -o pipefail
kinds=$(kubectl api-resources --namespaced=false --verbs=list,delete -o name | paste -sd,)
all=$(kubectl get "$kinds" -o name)
own=$(grep --fixed-strings -- "$1" <<<"$all" | grep --invert-match --line-regexp --fixed-strings -- "namespace/$1") || exit 0
mapfile -t objects <<<"$own"
kubectl delete --ignore-not-found --wait=false -- "${objects[@]}" >&2
printf '%s\n' "$own"`

// goneScript waits until deleted objects are gone. A volume is deleted only after the
// claim that it is bound to.
const goneScript = `export KUBECONFIG=/etc/kubernetes/admin.conf
within=$1
shift
kubectl delete --ignore-not-found --timeout="$within" -- "$@"`
