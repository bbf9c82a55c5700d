package steps

import (
	"context"
	"fmt"
	"time"

	"github.com/onsi/gomega"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// settleTime bounds the waits of preparations for what should take a moment.
const settleTime = 20 * time.Second

// makeNamespace makes the scenario's namespace, and waits for its default
// service account: the API server refuses pods before that
// (plugin/pkg/admission/serviceaccount).
func (s *scenario) makeNamespace(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, settleTime)
	defer cancel()
	made, err := s.client.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{
		ObjectMeta: metav1.ObjectMeta{GenerateName: "scenario-"},
	}, metav1.CreateOptions{})
	if err != nil {
		return "", fmt.Errorf("making a namespace: %w", err)
	}
	return made.Name, s.awaitServiceAccount(ctx, s.start, made.Name)
}

func (s *scenario) awaitServiceAccount(ctx context.Context, from observe.Mark, namespace string) error {
	err := s.history.Judge(ctx, from, observe.Expectation{
		Subject: observe.ServiceAccount(namespace, "default"),
		Matcher: gomega.Not(observe.BeAbsent()),
		Timing:  observe.Within(settleTime),
	})
	if err != nil {
		return fmt.Errorf("namespace %s: %w", namespace, err)
	}
	return nil
}

// removeNamespace deletes the namespace and lets the cluster take its time;
// a scenario that had the cluster to itself waits until its pods are gone.
func (s *scenario) removeNamespace(ctx context.Context) error {
	from := s.history.Now()
	err := s.client.CoreV1().Namespaces().Delete(ctx, s.namespace, metav1.DeleteOptions{})
	if err != nil && !apierrors.IsNotFound(err) {
		return fmt.Errorf("deleting namespace %s: %w", s.namespace, err)
	}
	if s.isolation == Shared {
		return nil
	}
	now := int64(0)
	err = s.client.CoreV1().Pods(s.namespace).DeleteCollection(ctx,
		metav1.DeleteOptions{GracePeriodSeconds: &now}, metav1.ListOptions{})
	if err != nil && !apierrors.IsNotFound(err) {
		return fmt.Errorf("deleting the pods of namespace %s: %w", s.namespace, err)
	}
	return s.history.Judge(ctx, from, observe.Expectation{
		Subject: observe.Namespace(s.namespace),
		Matcher: observe.BeAbsent(),
		Timing:  observe.Within(time.Minute),
	})
}
