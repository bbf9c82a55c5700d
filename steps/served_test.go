package steps

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func TestObjectsThatOnlyAPartServesNeedThePart(t *testing.T) {
	for text, part := range map[string]cluster.Part{
		"apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}":                                                            cluster.Ingress,
		"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}":                                                      cluster.NetworkPolicies,
		"apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}":                                                  cluster.Gateway,
		"apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata: {name: a}":                                                        cluster.LoadBalancers,
		"apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: a}":                                                         cluster.JobSets,
		"apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: LoadBalancer}":                                                  "",
		"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: b}": cluster.Ingress,
		"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}":                                                                            "",
	} {
		in := Line{Topology: cluster.Default}
		if err := in.served(text); part == "" && err != nil || part != "" && (err == nil || !strings.Contains(err.Error(), "Given the cluster has "+part.Words())) {
			t.Errorf("%s: got %v", text, err)
		}
		if part != "" {
			in.Topology.Parts, _ = cluster.PartsOf(part)
		}
		if err := in.served(text); err != nil {
			t.Errorf("%s, with %s: %v", text, part, err)
		}
		if err := (Line{}).served(text); err != nil {
			t.Errorf("%s, on an unknown cluster: %v", text, err)
		}
	}
}

func TestCommandsThatCreateAnIngressNeedItsPart(t *testing.T) {
	with, _ := cluster.PartsOf(cluster.Ingress)
	for command, refused := range map[string]bool{
		"kubectl create ingress a --rule=/=web:80":                          true,
		"kubectl -n ${namespace} create ing a --rule=/=web:80":              true,
		"kubectl get pods\nkubectl create ingress a --rule=/=web:80":        true,
		"kubectl create ingress a --rule=/=web:80 --dry-run=client -o yaml": false,
		"kubectl create service clusterip ingress --tcp=80":                 false,
		"kubectl create deployment ingress --image=nginx":                   false,
	} {
		for topology, want := range map[cluster.Topology]bool{
			cluster.Default: refused,
			{Parts: with}:   false,
			{}:              false,
		} {
			if err := (Line{Topology: topology}).servedCommands(command); (err != nil) != want {
				t.Errorf("%s: got %v", command, err)
			}
		}
	}
}
