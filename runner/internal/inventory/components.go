package inventory

import (
	"sync"

	"github.com/gherkube/gherkube/fixtures/node/recipe"
)

// Components returns the images of the cluster's own pods, which the node image
// contains.
var Components = sync.OnceValue(func() []string {
	p, err := recipe.PodImages()
	if err != nil {
		panic(err) // cannot happen: the data is embedded and tested
	}
	return []string{p.APIServer, p.ControllerManager, p.Scheduler, p.Proxy, p.Etcd, p.CoreDNS, p.Pause, p.Flannel}
})
