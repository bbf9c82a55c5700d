package steps

import (
	"context"
	"fmt"
	"regexp"
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
func (s *scenario) deleteClusterScoped(ctx context.Context) error {
	if !s.namedAfter || s.isolation == cluster.OwnCluster {
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

// clusterScopedCommand finds what kubectl is told to make for the whole cluster.
var clusterScopedCommand = regexp.MustCompile(`kubectl create (namespace|ns|clusterrole|clusterrolebinding|priorityclass) ([^\s-]\S*)`)

// clusterScopedCommands complains of commands that make something for the whole
// cluster that the end of the scenario would not know for its own.
func (in Line) clusterScopedCommands(text string) error {
	for _, found := range clusterScopedCommand.FindAllStringSubmatch(text, -1) {
		if err := in.clusterScopedName(found[1], found[2], "${"+theNamespace+"}"); err != nil {
			return err
		}
	}
	return nil
}

// clusterScopedKinds are those of Kubernetes' own kinds without a namespace that
// features make.
var clusterScopedKinds = []string{
	"Namespace", "ClusterRole", "ClusterRoleBinding", "PersistentVolume", "StorageClass", "PriorityClass",
	"IngressClass", "RuntimeClass",
}

// clusterScopedManifest complains of manifests as clusterScopedCommands does.
func (in Line) clusterScopedManifest(text string) error {
	all, err := manifestsIn(text)
	if err != nil {
		return err
	}
	for _, m := range all {
		if !slices.Contains(clusterScopedKinds, m.Kind) {
			continue
		}
		if err := in.clusterScopedName(m.Kind, m.Metadata.Name, strings.Replace(valueMark, "$1", theNamespace, 1)); err != nil {
			return err
		}
	}
	return nil
}

// clusterScopedFile complains of a file whose objects belong to the whole cluster: its
// names cannot have the scenario's namespace in them, since files are not filled.
func (in Line) clusterScopedFile(text string) error {
	all, err := manifestsIn(text)
	if err != nil || in.Isolation == cluster.OwnCluster {
		return err
	}
	for _, m := range all {
		if slices.Contains(clusterScopedKinds, m.Kind) {
			return fmt.Errorf("%s %s belongs to the whole cluster: put it into a doc string (I apply:), and write ${%s} into its name (%[2]s-${%[3]s})",
				m.Kind, m.Metadata.Name, theNamespace)
		}
	}
	return nil
}

// elsewhere complains of an object that is made in a namespace which the end of
// the scenario does not remove.
func (in Line) elsewhere(ref string) error {
	namespace, _, named := strings.Cut(ref, "/")
	if !named || in.Isolation == cluster.OwnCluster || strings.Contains(namespace, "${"+theNamespace+"}") {
		return nil
	}
	return fmt.Errorf("what is made in namespace %s stays there: write ${%s} into the namespace's name (%[1]s-${%[2]s})", namespace, theNamespace)
}

// making is the check of a sentence whose first word is an object to be made.
func making(in Line, words []string) error { return in.elsewhere(words[0]) }

func (in Line) clusterScopedName(kind, name, mark string) error {
	if in.Isolation == cluster.OwnCluster || strings.Contains(name, mark) {
		return nil
	}
	return fmt.Errorf("%s %s belongs to the whole cluster: write ${%s} into its name (%s-${%[3]s}), and the end of the scenario removes it",
		kind, name, theNamespace, name)
}
