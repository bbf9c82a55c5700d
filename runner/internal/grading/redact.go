package grading

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/redact"
)

// redactor returns a function for run.Options.Redact, which redacts the contents
// of the cluster's Secrets.
func (s *Environment) redactor(ctx context.Context) func() func(string) string {
	if s.vault == nil {
		s.vault = redact.New(func() ([]corev1.Secret, error) { return s.secrets(ctx) })
	}
	return s.vault.Redact
}

// secrets lists the Secrets of the cluster, even after ctx was cancelled.
func (s *Environment) secrets(ctx context.Context) ([]corev1.Secret, error) {
	client, err := kubernetes.NewForConfig(s.Cluster.Config())
	if err != nil {
		return nil, err
	}
	return redact.List(context.WithoutCancel(ctx), client)
}
