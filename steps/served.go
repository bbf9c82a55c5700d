package steps

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/manifest"
)

// gatewayGroup is the API group of the Gateway API. Without its part, a cluster has no
// types of it.
const gatewayGroup = "gateway.networking.k8s.io/"

// served refuses manifests with objects that have no effect without a part which the
// cluster has not: the API server stores them, and nothing acts on them. In a scenario on
// a cluster that is not known, anything may be there.
func (in Line) served(text string) error {
	if in.Topology == (cluster.Topology{}) {
		return nil
	}
	all, err := manifest.Parse(text)
	if err != nil {
		return err
	}
	for _, m := range all {
		part, needed := partServing(m)
		if needed && !in.Topology.Parts.Has(part) {
			return unserved(m.Kind, part)
		}
	}
	return nil
}

// ingressCommand matches kubectl commands that create an Ingress, unless they only print it.
var ingressCommand = regexp.MustCompile(`kubectl\b[^\n;|&]*?\screate\s+(?:ingress|ing)\s[^\n;|&]*`)

// servedCommands checks commands as served checks manifests.
func (in Line) servedCommands(text string) error {
	if in.Topology == (cluster.Topology{}) || in.Topology.Parts.Has(cluster.Ingress) {
		return nil
	}
	for _, command := range ingressCommand.FindAllString(text, -1) {
		if !strings.Contains(command, "--dry-run") {
			return unserved("Ingress", cluster.Ingress)
		}
	}
	return nil
}

func unserved(kind string, part cluster.Part) error {
	return fmt.Errorf("nothing in the cluster acts on objects of the kind %s: ask for it before (Given the cluster has %s)", kind, part.Words())
}

// partServing returns the part that acts on an object, if only a part does.
func partServing(m manifest.Object) (part cluster.Part, needed bool) {
	switch {
	case strings.HasPrefix(m.APIVersion, gatewayGroup):
		return cluster.Gateway, true
	case strings.HasPrefix(m.APIVersion, "metallb.io/"):
		return cluster.LoadBalancers, true
	case strings.HasPrefix(m.APIVersion, "jobset.x-k8s.io/"):
		return cluster.JobSets, true
	case m.Kind == "Ingress" && strings.HasPrefix(m.APIVersion, "networking.k8s.io/"):
		return cluster.Ingress, true
	case m.Kind == "NetworkPolicy" && strings.HasPrefix(m.APIVersion, "networking.k8s.io/"):
		return cluster.NetworkPolicies, true
	}
	return "", false
}
