package steps

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/api/validation"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/manifest"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// All scenarios on a cluster share its cluster-scoped objects (namespaces, cluster roles,
// volumes). A scenario owns such an object by writing ${namespace} into the object's name.
// The end of the scenario removes the object.

// clusterScopedCommand matches kubectl commands that create a cluster-scoped object.
var clusterScopedCommand = regexp.MustCompile(`kubectl create (namespace|ns|clusterrole|clusterrolebinding|priorityclass) ([^\s-]\S*)`)

// clusterScopedCommands refuses commands that create a cluster-scoped object whose name
// does not contain ${namespace}: the end of the scenario would not remove it.
func (in Line) clusterScopedCommands(text string) error {
	for _, found := range clusterScopedCommand.FindAllStringSubmatch(text, -1) {
		if err := in.clusterScopedName(found[1], found[2], "${"+scenario.NamespaceValue+"}"); err != nil {
			return err
		}
	}
	return nil
}

// clusterScoped reports whether objects of a built-in kind are cluster-scoped.
func clusterScoped(kind string) bool {
	return slices.ContainsFunc(resource.All(), func(t resource.Type) bool { return t.Kind == kind && t.ClusterScoped })
}

// clusterScopedManifest checks manifests as clusterScopedCommands checks commands.
func (in Line) clusterScopedManifest(text string) error {
	all, err := manifest.Parse(text)
	if err != nil {
		return err
	}
	mark := manifest.Value(scenario.NamespaceValue)
	for _, m := range all {
		if clusterScoped(m.Kind) {
			err = in.clusterScopedName(m.Kind, m.Metadata.Name, mark)
		} else {
			err = in.nameElsewhere(m, mark)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// nameElsewhere refuses an object in a namespace that is not the scenario's, unless its
// name contains the scenario's namespace: only then does the end of the scenario remove
// it. A namespace that is a value may be one that the scenario has created.
func (in Line) nameElsewhere(m manifest.Object, mark string) error {
	namespace, name := m.Metadata.Namespace, m.Metadata.Name
	if in.Isolation == cluster.OwnCluster || namespace == "" || manifest.HasValue(namespace) || strings.Contains(name, mark) {
		return nil
	}
	return fmt.Errorf("%s %s would stay in namespace %s after the scenario: write ${%s} into its name (%[2]s-${%[4]s}) or into that of the namespace",
		m.Kind, name, namespace, scenario.NamespaceValue)
}

// clusterScopedFile refuses a file with cluster-scoped objects. Their names cannot
// contain the scenario's namespace, since placeholders in files are not replaced.
func (in Line) clusterScopedFile(text string) error {
	all, err := manifest.Parse(text)
	if err != nil || in.Isolation == cluster.OwnCluster {
		return err
	}
	for _, m := range all {
		if clusterScoped(m.Kind) {
			return fmt.Errorf("%s %s belongs to the whole cluster: put it into a doc string (I apply:), and write ${%s} into its name (%[2]s-${%[3]s})",
				m.Kind, m.Metadata.Name, scenario.NamespaceValue)
		}
		if m.Metadata.Namespace != "" {
			return fmt.Errorf("%s %s would stay in namespace %s after the scenario: put it into a doc string (I apply:), and write ${%s} into its name (%[2]s-${%[4]s})",
				m.Kind, m.Metadata.Name, m.Metadata.Namespace, scenario.NamespaceValue)
		}
	}
	return nil
}

// elsewhere refuses to create an object in a namespace that the end of the scenario does
// not remove.
func (in Line) elsewhere(ref string) error {
	namespace, _, named := strings.Cut(ref, "/")
	if !named || in.Isolation == cluster.OwnCluster || strings.Contains(namespace, "${"+scenario.NamespaceValue+"}") {
		return nil
	}
	return fmt.Errorf("what is made in namespace %s stays there: write ${%s} into the namespace's name (%[1]s-${%[2]s})", namespace, scenario.NamespaceValue)
}

// created checks the name of an object to create: Kubernetes must be able to have it, and
// the end of the scenario must remove it.
func (in Line) created(ref string) error {
	_, name, named := strings.Cut(ref, "/")
	if !named {
		name = ref
	}
	known := grammar.Placeholder.ReplaceAllString(name, "x")
	if wrong := validation.NameIsDNSSubdomain(known, false); len(wrong) > 0 {
		return fmt.Errorf("%q is no valid name: a name of Kubernetes has lower-case letters, digits, - and ., and begins and ends with a letter or digit", name)
	}
	return in.elsewhere(ref)
}

// making is the check of a sentence whose first word names the object to create.
func making(in Line, words []string) error { return in.created(words[0]) }

func (in Line) clusterScopedName(kind, name, mark string) error {
	if in.Isolation == cluster.OwnCluster || strings.Contains(name, mark) {
		return nil
	}
	return fmt.Errorf("%s %s belongs to the whole cluster: write ${%s} into its name (%s-${%[3]s}), and the end of the scenario removes it",
		kind, name, scenario.NamespaceValue, name)
}
