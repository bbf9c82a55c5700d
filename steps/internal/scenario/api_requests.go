package scenario

import (
	"context"
	"crypto/tls"
	"fmt"
	"net/http"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/traffic"
)

// APIRequests returns a stream of requests to the API server, like those of kubectl:
// with an administrator's certificate, each over its own connection. They read the
// scenario's namespace, which the API server gets from etcd.
func (s *Scenario) APIRequests() (traffic.Stream, error) {
	client, err := freshConnections(s.cluster.Config())
	if err != nil {
		return nil, fmt.Errorf("cluster %s: %w", s.cluster.Name(), err)
	}
	return traffic.Every(func(ctx context.Context) (traffic.Outcome, error) {
		_, err := client.CoreV1().Namespaces().Get(ctx, s.namespace, metav1.GetOptions{})
		return apiOutcome(ctx, err), nil
	}), nil
}

// apiOutcome returns the outcome of a request. A refusal counts as an answer.
func apiOutcome(ctx context.Context, err error) traffic.Outcome {
	switch {
	case err == nil:
		return traffic.Outcome{Good: true, Said: "it answered"}
	case IsRefusal(err):
		return traffic.Outcome{Good: true, Said: err.Error()}
	case ctx.Err() != nil:
		return traffic.Outcome{Said: "no answer within " + traffic.Patience.String()}
	}
	return traffic.Outcome{Said: err.Error()}
}

// freshConnections returns a client that opens a connection for each request. TLS
// sessions are resumed, which saves both sides the public-key operations.
func freshConnections(config *rest.Config) (kubernetes.Interface, error) {
	secure, err := rest.TLSConfigFor(config)
	if err != nil {
		return nil, err
	}
	secure.ClientSessionCache = tls.NewLRUClientSessionCache(8)
	plain := &rest.Config{Host: config.Host, QPS: -1, UserAgent: "gherkube/availability"}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: secure, DisableKeepAlives: true}}
	return kubernetes.NewForConfigAndClient(plain, client)
}
