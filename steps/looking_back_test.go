package steps

import (
	"fmt"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/cucumber/godog"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// entriesOf is how many entries a history holds, by what it says of itself.
func entriesOf(t *testing.T, h *observe.History) (n int) {
	t.Helper()
	if _, err := fmt.Sscanf(h.String(), "history of %d entries", &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// onAPI is a cluster of which only its API server is there.
type onAPI struct {
	dev
	url string
}

func (c onAPI) Config() *rest.Config { return &rest.Config{Host: c.url} }

func TestTheHistoryOfASharedClusterStaysBounded(t *testing.T) {
	server := httptest.NewServer(&namespacesAPI{namespace: terminatingNamespace()})
	suite := &Suite{Sessions: &Sessions{}, Environment: &Environment{Cluster: onAPI{url: server.URL}, Namespace: "shop"}}
	t.Cleanup(func() { suite.Sessions.Close(); server.CloseClientConnections(); server.Close() })
	for range 20 {
		s, err := suite.beginInEnvironment(t.Context(), &godog.Scenario{})
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			s.history.Note("something happened")
		}
		if n := entriesOf(t, s.history); n < 100 || n > 200 {
			t.Fatalf("the scenario can look back to %d entries", n)
		}
		s.leave()
	}
}

func TestAScenarioLooksBackUntilItsNamespaceIsGone(t *testing.T) {
	api := &namespacesAPI{namespace: terminatingNamespace(), gone: make(chan struct{})}
	d, _ := departing(t, api, time.Minute)
	for range 100 {
		d.history.Note("something happened")
	}
	if n := entriesOf(t, d.history); n < 100 {
		t.Errorf("while it departs, %d entries are left", n)
	}
	close(api.gone)
	<-d.gone
	if n := entriesOf(t, d.history); n >= 100 {
		t.Errorf("%d entries are kept for nobody", n)
	}
}

func TestAScenarioThatIsKeptLooksBackNoMore(t *testing.T) {
	d, _ := departing(t, &namespacesAPI{namespace: terminatingNamespace()}, time.Minute)
	d.session.close() // it does not depart here
	<-d.gone
	s := d.scenario
	s.holdHistory()
	for range 100 {
		s.history.Note("something happened")
	}
	if err := (&Sessions{}).park(s); err != nil {
		t.Fatal(err)
	}
	if n := entriesOf(t, s.history); n >= 100 {
		t.Errorf("%d entries are kept for nobody", n)
	}
}
