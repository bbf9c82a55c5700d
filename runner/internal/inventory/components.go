package inventory

import (
	"slices"
	"sync"

	"github.com/gherkube/gherkube/fixtures/node/recipe"
)

// Components returns the images of a cluster's own pods, which the node images contain, for
// all versions of Kubernetes.
var Components = sync.OnceValue(func() []string {
	var all []string
	for _, kubernetes := range recipe.Kubernetes() {
		p, err := recipe.PodImages(kubernetes)
		if err != nil {
			panic(err) // cannot happen: the data is embedded and tested
		}
		all = append(all, p.APIServer, p.ControllerManager, p.Scheduler, p.Proxy, p.Etcd, p.CoreDNS, p.Pause, p.Flannel)
	}
	slices.Sort(all)
	return slices.Compact(all)
})
