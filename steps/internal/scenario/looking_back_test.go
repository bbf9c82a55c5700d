package scenario

import (
	"fmt"
	"net/http/httptest"
	"testing"
	"time"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
)

// entriesOf returns how many entries a history holds, by its own description.
func entriesOf(t *testing.T, h *observe.History) (n int) {
	t.Helper()
	if _, err := fmt.Sscanf(h.String(), "history of %d entries", &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// onAPI is a cluster with an API server only.
type onAPI struct {
	dev
	url string
}

func (c onAPI) Config() *rest.Config { return &rest.Config{Host: c.url} }

func TestTheHistoryOfASharedClusterStaysBounded(t *testing.T) {
	server := httptest.NewServer(&namespacesAPI{namespace: terminatingNamespace()})
	all, environment := &Sessions{}, &Environment{Cluster: onAPI{url: server.URL}, Namespace: "shop"}
	t.Cleanup(func() { all.Close(); server.CloseClientConnections(); server.Close() })
	for range 20 {
		s, err := BeginIn(t.Context(), environment, all, Spec{OnEvent: func(event.Event) {}})
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			s.history.Note("something happened")
		}
		if n := entriesOf(t, s.history); n < 100 || n > 200 {
			t.Fatalf("the scenario can look back to %d entries", n)
		}
		s.Leave()
	}
}

func TestAScenarioLooksBackUntilItsNamespaceIsGone(t *testing.T) {
	api := &namespacesAPI{namespace: terminatingNamespace(), gone: make(chan struct{})}
	s, d, _ := departing(t, api, time.Minute)
	for range 100 {
		s.history.Note("something happened")
	}
	if n := entriesOf(t, s.history); n < 100 {
		t.Errorf("while it departs, %d entries are left", n)
	}
	close(api.gone)
	<-d.gone
	if n := entriesOf(t, s.history); n >= 100 {
		t.Errorf("%d entries are kept for nobody", n)
	}
}

func TestAScenarioThatIsKeptLooksBackNoMore(t *testing.T) {
	s, d, _ := departing(t, &namespacesAPI{namespace: terminatingNamespace()}, time.Minute)
	s.session.close() // cuts the departure short
	<-d.gone
	s.holdHistory()
	for range 100 {
		s.history.Note("something happened")
	}
	if err := (&parking{}).park(s); err != nil {
		t.Fatal(err)
	}
	if n := entriesOf(t, s.history); n >= 100 {
		t.Errorf("%d entries are kept for nobody", n)
	}
}

// What the first claims are about may have been watched only after the scenario began.
func TestTheFirstClaimsAreJudgedSinceTheirTypesAreWatched(t *testing.T) {
	server := httptest.NewServer(&namespacesAPI{namespace: terminatingNamespace()})
	all, environment := &Sessions{}, &Environment{Cluster: onAPI{url: server.URL}, Namespace: "shop"}
	t.Cleanup(func() { all.Close(); server.CloseClientConnections(); server.Close() })
	s, err := BeginIn(t.Context(), environment, all, Spec{OnEvent: func(event.Event) {}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Leave()
	if s.mark != s.start {
		t.Fatalf("before its types are watched, the scenario is judged from %v, not from its start %v", s.mark, s.start)
	}
	s.history.Note("a type is watched")
	s.FollowFirst(t.Context(), nil)
	if s.mark <= s.start {
		t.Errorf("the scenario is judged from %v, and its types are watched after its start %v", s.mark, s.start)
	}
}
