package scenario

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// A scenario that needs a clean cluster waits for the namespaces that earlier runs, in
// other processes, left being deleted.
func TestNamespacesOfEarlierRunsAreAwaited(t *testing.T) {
	inherited := terminatingNamespace()
	inherited.Name = "scenario-bcdfg"
	api := &namespacesAPI{namespace: inherited, gone: make(chan struct{})}
	s, _, _ := departing(t, api, time.Minute)
	s.Isolation = cluster.Disruptive

	hurried, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if err := s.awaitInherited(hurried); err == nil || !strings.Contains(err.Error(), "an earlier scenario left something behind") {
		t.Errorf("while it is there: %v", err)
	}
	close(api.gone)
	if err := s.awaitInherited(t.Context()); err != nil {
		t.Errorf("when it is gone: %v", err)
	}
}

// A namespace of no scenario may take any time to be deleted.
func TestOtherNamespacesAreNotAwaited(t *testing.T) {
	other := terminatingNamespace()
	other.Name = "team-blue"
	s, _, _ := departing(t, &namespacesAPI{namespace: other}, time.Minute)
	if err := s.awaitInherited(t.Context()); err != nil {
		t.Error(err)
	}
}
