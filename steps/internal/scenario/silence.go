package scenario

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/traffic"
)

// Messages of kubectl and client-go when a server did not answer. If a message names
// the server, it must be this cluster's API server. Silence of any other server may be
// exactly what the command was to find out.
var (
	nobodyAt = regexp.MustCompile(`(?m)The connection to the server (\S+) was refused` + // k8s.io/kubectl/pkg/cmd/util, StandardErrorMessage
		`|dial tcp:? (?:lookup )?(\S+?):? ` +
		`|(?:read|write) tcp \S+->(\S+): ` +
		`|Get "(https?://\S+)": (?:net/http: |EOF|unexpected EOF|context deadline exceeded|http2: )`)
	nobody = regexp.MustCompile(`(?m)Unable to connect to the server: (?:net/http: |EOF|unexpected EOF|context deadline exceeded|http2: )` +
		`|^Error from server.*: etcdserver: `)
)

// Unanswered reports whether a command's error output says that this cluster's API
// server did not answer, or could not reach etcd.
func (s *Scenario) Unanswered(complaint string) bool {
	if nobody.MatchString(complaint) {
		return true
	}
	for _, found := range nobodyAt.FindAllStringSubmatch(complaint, -1) {
		if s.isAPI(strings.Join(found[1:], "")) {
			return true
		}
	}
	return false
}

// apiPort is the port of API servers on their nodes, and of the load balancer in front
// of several.
const apiPort = "6443"

// isAPI reports whether an address, a name or a URL is this cluster's API server,
// as seen from the cluster or from this machine.
func (s *Scenario) isAPI(at string) bool {
	if u, err := url.Parse(at); err == nil && u.Host != "" {
		at = u.Host
	}
	if u, err := url.Parse(s.cluster.Config().Host); err == nil && at == u.Host {
		return true
	}
	host, port, err := net.SplitHostPort(at)
	if err != nil { // a name that could not be resolved
		return slices.Contains(s.apiHosts(), at)
	}
	return port == apiPort && slices.Contains(append(s.apiHosts(), "localhost", "127.0.0.1", "::1"), host)
}

func (s *Scenario) apiHosts() []string {
	all := []string{s.cluster.API().String()}
	for _, n := range s.cluster.Nodes() {
		if n.Role() == cluster.ControlPlane {
			all = append(all, n.Name(), n.Address().String())
		}
	}
	return all
}

// AskAPI sends a request as kubectl does, from outside the cluster. A refusal counts as
// an answer.
func (s *Scenario) AskAPI(ctx context.Context) (any, error) {
	ctx, cancel := context.WithTimeout(ctx, traffic.Patience)
	defer cancel()
	const who = "the API server"
	_, err := s.client.CoreV1().Namespaces().Get(ctx, s.namespace, metav1.GetOptions{})
	switch {
	case err == nil:
		return []traffic.Answer{{Who: who, Came: true, Text: "it answered"}}, nil
	case IsRefusal(err):
		return []traffic.Answer{{Who: who, Came: true, Text: err.Error()}}, nil
	}
	return []traffic.Answer{{Who: who, Text: err.Error()}}, nil
}

// apiSilence returns an error if the API server does not answer now.
func (s *Scenario) apiSilence(ctx context.Context) error {
	answer, err := s.AskAPI(ctx)
	if err != nil {
		return err
	}
	for _, a := range answer.([]traffic.Answer) {
		if !a.Came {
			return fmt.Errorf("the API server does not answer: %s", a.Text)
		}
	}
	return nil
}

// silentTime bounds the check whether the API server answers.
const silentTime = 4 * time.Second

// silentTo returns an error if the API server does not answer the administrator where
// commands run. The network between the two may be broken.
func (s *Scenario) silentTo(ctx context.Context, at Host) error {
	ctx, cancel := context.WithTimeout(ctx, silentTime+time.Second)
	defer cancel()
	asking := endedWhereItRuns(s.asAdministrator("kubectl get --raw=/readyz --request-timeout=3s"), silentTime)
	complaint := cluster.Bounded{Limit: outputSize, Over: cancel}
	asking.Stderr = &complaint
	code, err := at.Exec(ctx, asking)
	if err == nil && code != 0 {
		err = fmt.Errorf("code %d: %s", code, strings.TrimSpace(complaint.String()))
	}
	if err != nil {
		return fmt.Errorf("the API server does not answer %s: %w", at.Name(), err)
	}
	return nil
}
