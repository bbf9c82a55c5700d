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

// namespacePrefix is the prefix of scenarios' namespaces.
const namespacePrefix = "scenario-"

// scenarioNamespace finds the name of a scenario's namespace in a longer name. The
// characters are those of the API server's generated names
// (k8s.io/apimachinery/pkg/util/rand).
var scenarioNamespace = regexp.MustCompile(namespacePrefix + `[bcdfghjklmnpqrstvwxz2456789]{5}`)

// OfOtherScenario reports whether a namespace belongs to a scenario other than that of
// the namespace own, or is named after that other scenario.
func OfOtherScenario(namespace, own string) bool {
	found := scenarioNamespace.FindString(namespace)
	return found != "" && found != own
}

// makeNamespace creates the scenario's namespace, and waits until pods can be created
// in it.
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

// deleteNamespace deletes the namespace, and ends its pods quickly. The grace period is
// one second: with less, a pod would be gone before its containers. The namespace of a
// cluster that is removed as a whole stays.
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
