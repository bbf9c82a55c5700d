package steps

import (
	"fmt"
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// roomOfAWorker returns what every worker has for pods: the smallest allocatable amount
// of all workers. Machines differ, so features use shares of it.
func roomOfAWorker(s *scenario.Scenario) (corev1.ResourceList, error) {
	room := corev1.ResourceList{}
	view := s.History().View()
	for _, n := range s.Cluster().Nodes() {
		if n.Role() != cluster.Worker {
			continue
		}
		node := observe.Get[*corev1.Node](view, "", n.Name())
		if node == nil {
			return nil, verdict.Unseenf("node %s is not there to say what it has for pods", n.Name())
		}
		for name, amount := range node.Status.Allocatable {
			if least, found := room[name]; !found || amount.Cmp(least) < 0 {
				room[name] = amount
			}
		}
	}
	return room, nil
}

// amountOf parses an amount, or a share of a worker's room ("60%").
func amountOf(name corev1.ResourceName, text string, room corev1.ResourceList) (resource.Quantity, error) {
	share, isShare := strings.CutSuffix(text, "%")
	if !isShare {
		return resource.ParseQuantity(text)
	}
	percent, err := strconv.ParseInt(share, 10, 16)
	if err != nil || percent < 1 {
		return resource.Quantity{}, fmt.Errorf("%q is no share: write such as 60%%", text)
	}
	all := room[name]
	if name == corev1.ResourceCPU {
		return *resource.NewMilliQuantity(all.MilliValue()*percent/100, all.Format), nil
	}
	return *resource.NewQuantity(all.Value()*percent/100, all.Format), nil
}
