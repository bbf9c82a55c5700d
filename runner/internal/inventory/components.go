package inventory

import (
	"sync"

	"github.com/gherkube/gherkube/fixtures/node/recipe"
)

// Components are the images of the cluster's own pods, which come with the
// nodes.
var Components = sync.OnceValue(func() []string {
	p, err := recipe.PodImages()
	if err != nil {
		panic(err) // embedded and tested
	}
	return []string{p.APIServer, p.ControllerManager, p.Scheduler, p.Proxy, p.Etcd, p.CoreDNS, p.Pause, p.Flannel}
})
