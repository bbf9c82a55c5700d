package scenario

import (
	"net/netip"
	"testing"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// addressed is a cluster that has addresses only.
type addressed struct{ cluster.Cluster }

func (addressed) API() netip.Addr       { return netip.MustParseAddr("172.18.0.2") }
func (addressed) Config() *rest.Config  { return &rest.Config{Host: "https://127.0.0.1:40123"} }
func (addressed) Nodes() []cluster.Node { return []cluster.Node{addressedNode{}} }

type addressedNode struct{ cluster.Node }

func (addressedNode) Name() string        { return "control-plane-1" }
func (addressedNode) Role() cluster.Role  { return cluster.ControlPlane }
func (addressedNode) Address() netip.Addr { return netip.MustParseAddr("172.18.0.3") }

func TestOnlyThisClustersAPIServerCanBeSilent(t *testing.T) {
	s := &Scenario{session: &session{cluster: addressed{}}}
	for said, want := range map[string]bool{
		"The connection to the server 172.18.0.2:6443 was refused - did you specify the right host or port?":                    true,
		"The connection to the server control-plane-1:6443 was refused - did you specify the right host or port?":               true,
		"The connection to the server 127.0.0.1:40123 was refused - did you specify the right host or port?":                    true,
		"Unable to connect to the server: net/http: TLS handshake timeout":                                                      true,
		"Unable to connect to the server: dial tcp 172.18.0.3:6443: i/o timeout":                                                true,
		"Unable to connect to the server: dial tcp: lookup control-plane-1 on 127.0.0.11:53: no such host":                      true,
		`E1128 memcache.go:265] couldn't get current server API group list: Get "https://172.18.0.2:6443/api?timeout=32s": EOF`: true,
		"Unable to connect to the server: read tcp 172.18.0.9:51234->172.18.0.2:6443: read: connection reset by peer":           true,
		"Error from server: etcdserver: request timed out":                                                                      true,
		"The connection to the server localhost:8080 was refused - did you specify the right host or port?":                     false,
		"The connection to the server 172.18.0.2:6444 was refused - did you specify the right host or port?":                    false,
		"The connection to the server 10.0.0.99:6443 was refused - did you specify the right host or port?":                     false,
		"Unable to connect to the server: dial tcp 10.0.0.99:6443: i/o timeout":                                                 false,
		"Unable to connect to the server: dial tcp: lookup kube.example on 127.0.0.11:53: no such host":                         false,
		"Unable to connect to the server: tls: failed to find any PEM data in certificate input":                                false,
		"Unable to connect to the server: x509: certificate signed by unknown authority":                                        false,
		"curl: (7) Failed to connect to 10.96.0.20 port 80: dial tcp 10.96.0.20:80: connect: connection refused":                false,
		`Error from server: Get "https://172.18.0.4:10250/containerLogs/shop/web/web": dial tcp 172.18.0.4:10250: i/o timeout`:  false,
		"Error from server (Forbidden): pods is forbidden":                                                                      false,
		"error: You must be logged in to the server (Unauthorized)":                                                             false,
		"etcdserver: is the word that the program prints":                                                                       false,
	} {
		if got := s.Unanswered(said + "\n"); got != want {
			t.Errorf("%s: got %v", said, got)
		}
	}
}
