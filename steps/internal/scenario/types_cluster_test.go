//go:build cluster

package scenario

import (
	"context"
	"strings"
	"testing"
	"time"

	"k8s.io/client-go/discovery"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/resource"
)

// The table of built-in types matches a real API server, and each type can be watched.
func TestBuiltInTypesAreThoseOfTheAPIServer(t *testing.T) {
	life := started(t)
	s, err := life.Begin(t.Context(), named("types"), cluster.Default)
	if err != nil {
		t.Fatal(err)
	}
	defer life.End(t.Context(), s, false)
	client, err := discovery.NewDiscoveryClientForConfig(s.cluster.Config())
	if err != nil {
		t.Fatal(err)
	}
	_, lists, err := client.ServerGroupsAndResources()
	if err != nil {
		t.Fatal(err)
	}
	served := map[string]resource.Type{}
	for _, list := range lists {
		group, version, both := strings.Cut(list.GroupVersion, "/")
		if !both {
			group, version = "", group
		}
		for _, r := range list.APIResources {
			if strings.Contains(r.Name, "/") || !strings.Contains(strings.Join(r.Verbs, " "), "watch") || group == "events.k8s.io" {
				continue
			}
			found := resource.Type{Plural: r.Name, Singular: r.SingularName, Kind: r.Kind, Group: group, Version: version, Short: r.ShortNames, ClusterScoped: !r.Namespaced}
			served[found.ID()+" "+version] = found
		}
	}
	for _, want := range resource.All() {
		have, ok := served[want.ID()+" "+want.Version]
		switch {
		case !ok:
			t.Errorf("%s %s is not served", want.ID(), want.Version)
		case have.Kind != want.Kind || have.Singular != want.Singular || have.ClusterScoped != want.ClusterScoped || strings.Join(have.Short, " ") != strings.Join(want.Short, " "):
			t.Errorf("%s: the table has %+v, the API server %+v", want.ID(), want, have)
		}
		delete(served, want.ID()+" "+want.Version)
	}
	for id, extra := range served {
		if _, known := resource.BuiltIn(extra.Plural + "." + extra.Group); !known {
			t.Errorf("%s is served, and not in the table", id)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	began := time.Now()
	for _, typ := range resource.All() {
		if err := s.history.Follow(ctx, typ); err != nil {
			t.Error(err)
		}
	}
	t.Logf("all %d types were followed, one after the other, in %s", len(resource.All()), time.Since(began))
}
