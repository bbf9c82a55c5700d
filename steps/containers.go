package steps

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/gcustom"
	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
)

// haveContainersOf matches a pod whose containers have the ids that another
// pod's had: none was restarted.
func haveContainersOf(before *corev1.Pod) types.GomegaMatcher {
	wanted := containerIDs(before)
	matches := func(p *corev1.Pod) (bool, error) {
		if len(wanted) == 0 {
			return false, fmt.Errorf("pod %s had no running containers when it was given its name", before.Name)
		}
		return p != nil && slices.Equal(containerIDs(p), wanted), nil
	}
	return gcustom.MakeMatcher(matches).WithMessage("have the containers " + strings.Join(wanted, ", "))
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
