package scenario

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// client returns a pod of a lab that sends requests, on a node and with a container in
// a state.
func client(node string, phase corev1.PodPhase, state corev1.ContainerState) *corev1.Pod {
	return &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: "client"}, Spec: corev1.PodSpec{NodeName: node},
		Status: corev1.PodStatus{Phase: phase, ContainerStatuses: []corev1.ContainerStatus{{Name: "client", State: state}}},
	}
}

// TestWhatBecameOfTheOneWhoAsksIsTheStudents verifies that a student who removes the client pod, or keeps it from running, gets no second try.
func TestWhatBecameOfTheOneWhoAsksIsTheStudents(t *testing.T) {
	running := corev1.ContainerState{Running: &corev1.ContainerStateRunning{}}
	waiting := corev1.ContainerState{Waiting: &corev1.ContainerStateWaiting{Reason: "ErrImagePull"}}
	rows := map[string]struct {
		pod  *corev1.Pod
		want string
	}{
		"it is gone":             {nil, "is not there any more"},
		"it fits nowhere":        {client("", corev1.PodPending, corev1.ContainerState{}), "does not run any more: Pending: bound to no node"},
		"its image is not there": {client("worker-1", corev1.PodRunning, waiting), "ErrImagePull"},
		"it runs":                {client("worker-1", corev1.PodRunning, running), ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			err := canAsk("client", row.pod)
			if row.want == "" && err != nil || row.want != "" && (verdict.Of(err) != verdict.Failed || !strings.Contains(err.Error(), row.want)) {
				t.Errorf("got %v", err)
			}
		})
	}
}
