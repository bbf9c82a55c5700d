package steps

import (
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// owns reports whether a deployment owns a pod through one of its ReplicaSets.
func owns(v observe.View, d *appsv1.Deployment, p *corev1.Pod) bool {
	by := metav1.GetControllerOf(p)
	if by == nil || by.Kind != "ReplicaSet" {
		return false
	}
	rs := observe.Get[*appsv1.ReplicaSet](v, p.Namespace, by.Name)
	return rs != nil && rs.UID == by.UID && controlled(rs, d)
}

func controlled(rs *appsv1.ReplicaSet, d *appsv1.Deployment) bool {
	return metav1.IsControlledBy(rs, d)
}

// has reports whether a workload owns a pod that its selector matches. A deployment's
// pod whose ReplicaSet is not seen counts as owned: ReplicaSets come from another
// watch, which may lag.
func has(v observe.View, workload metav1.Object, p *corev1.Pod) bool {
	by := metav1.GetControllerOf(p)
	d, isDeployment := workload.(*appsv1.Deployment)
	switch {
	case by == nil:
		return false
	case !isDeployment:
		return by.UID == workload.GetUID()
	case by.Kind != "ReplicaSet":
		return false
	}
	rs := observe.Get[*appsv1.ReplicaSet](v, p.Namespace, by.Name)
	return rs == nil || rs.UID != by.UID || controlled(rs, d)
}
