package scenario

import (
	"context"
	"fmt"
	"regexp"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/fitness"
)

// namespacePrefix is what the names of scenarios' namespaces begin with.
const namespacePrefix = "scenario-"

// scenarioNamespace finds such a name in that of a namespace that was named
// after it. The letters are those that the API server makes names of
// (k8s.io/apimachinery/pkg/util/rand).
var scenarioNamespace = regexp.MustCompile(namespacePrefix + `[bcdfghjklmnpqrstvwxz2456789]{5}`)

// OfOtherScenario reports whether a namespace is that of another scenario than the
// one whose own is given, or named after it.
func OfOtherScenario(namespace, own string) bool {
	found := scenarioNamespace.FindString(namespace)
	return found != "" && found != own
}

// makeNamespace makes the scenario's namespace, and waits until it takes pods.
func (s *Scenario) makeNamespace(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, fitness.SettleTime)
	defer cancel()
	made, err := s.client.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{
		ObjectMeta: metav1.ObjectMeta{GenerateName: namespacePrefix},
	}, metav1.CreateOptions{})
	if err != nil {
		return "", fmt.Errorf("making a namespace: %w", err)
	}
	return made.Name, fitness.NamespaceReady(ctx, s.history, s.start, made.Name)
}

// deleteNamespace asks for the namespace to go, and for its pods to end at once:
// a second is the least with which a pod is gone only when its containers are. The
// namespace of a cluster that goes as a whole is left alone.
func (s *Scenario) deleteNamespace(ctx context.Context) error {
	if s.Isolation == cluster.OwnCluster {
		return nil
	}
	err := s.client.CoreV1().Namespaces().Delete(ctx, s.namespace, metav1.DeleteOptions{})
	if err != nil && !apierrors.IsNotFound(err) {
		return fmt.Errorf("deleting namespace %s: %w", s.namespace, err)
	}
	err = s.client.CoreV1().Pods(s.namespace).DeleteCollection(ctx,
		metav1.DeleteOptions{GracePeriodSeconds: ptr.To[int64](1)}, metav1.ListOptions{})
	if err != nil && !apierrors.IsNotFound(err) {
		return fmt.Errorf("deleting the pods of namespace %s: %w", s.namespace, err)
	}
	return nil
}
