package grading

import (
	"context"
	"encoding/base64"
	"regexp"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// hidden is what stands in the place of a secret.
const hidden = "[redacted]"

// secretLength is how long a value of a Secret has to be to be looked for: a
// shorter one stands in many words that are no secret.
const secretLength = 6

// looksSecret are what is secret wherever it comes from: tokens of service
// accounts, and private keys.
var looksSecret = regexp.MustCompile(
	`eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|(?s:-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----)|client-key-data: \S+`)

// redactor hides in evidence what the cluster's Secrets hold, as it is and in
// base64. A cluster that does not tell its Secrets shows none either.
func (s *Stage) redactor(ctx context.Context) func(string) string {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second) // it may have been broken
	defer cancel()
	var secrets []corev1.Secret
	if client, err := kubernetes.NewForConfig(s.Cluster.Config()); err == nil {
		if list, err := client.CoreV1().Secrets(metav1.NamespaceAll).List(ctx, metav1.ListOptions{}); err == nil {
			secrets = list.Items
		}
	}
	return hiding(secrets)
}

func hiding(secrets []corev1.Secret) func(string) string {
	var pairs []string
	for _, s := range secrets {
		for _, value := range s.Data {
			plain := strings.TrimSpace(string(value))
			if len(plain) < secretLength {
				continue
			}
			pairs = append(pairs, plain, hidden, base64.StdEncoding.EncodeToString(value), hidden)
		}
	}
	replacer := strings.NewReplacer(pairs...)
	return func(text string) string { return looksSecret.ReplaceAllString(replacer.Replace(text), hidden) }
}
