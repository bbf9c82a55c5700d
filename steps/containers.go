package steps

import (
	"errors"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// haveContainersOf matches a pod whose container IDs equal those of an earlier pod: no
// container was restarted.
func haveContainersOf(before *corev1.Pod) (types.GomegaMatcher, error) {
	wanted := containerIDs(before)
	if len(wanted) == 0 {
		return nil, errors.New("pod " + before.Name + " had no containers when it was given its name")
	}
	return observe.Satisfy("have the containers "+strings.Join(wanted, ", "), func(p *corev1.Pod) bool {
		return p != nil && slices.Equal(containerIDs(p), wanted)
	}), nil
}

func containerIDs(p *corev1.Pod) []string {
	var ids []string
	for _, c := range p.Status.ContainerStatuses {
		if c.ContainerID != "" {
			ids = append(ids, c.ContainerID)
		}
	}
	slices.Sort(ids)
	return ids
}
