package scenario

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/fitness"
)

// AddTrial registers a pod that was created only to be observed. The pod is removed at
// the end of the scenario. AddTrial is safe for concurrent use.
func (s *Scenario) AddTrial(pod string) { s.trials.Store(pod, true) }

// removeTrials removes the pods that were created only to be observed.
func (s *Scenario) removeTrials() error {
	ctx, cancel := context.WithTimeout(context.Background(), fitness.SettleTime)
	defer cancel()
	atOnce := int64(0)
	var errs []error
	s.trials.Range(func(name, _ any) bool {
		err := s.client.CoreV1().Pods(s.namespace).Delete(ctx, name.(string), metav1.DeleteOptions{GracePeriodSeconds: &atOnce})
		if err != nil && !apierrors.IsNotFound(err) {
			errs = append(errs, fmt.Errorf("removing pod %s: %w", name, err))
		}
		return true
	})
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}
