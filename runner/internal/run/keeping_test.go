package run_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/run"
)

// quarantined quarantines the cluster dev in a state folder of the test.
func quarantined(t *testing.T, owner string) {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	if err := os.MkdirAll(cluster.StateDir("dev"), 0o700); err != nil {
		t.Fatal(err)
	}
	mark := cluster.Quarantine{Since: time.Now(), Reason: "node worker-1 was schedulable, is cordoned", Owner: owner}
	if err := cluster.SetQuarantine("dev", mark); err != nil {
		t.Fatal(err)
	}
}

func TestAQuarantinedClusterIsRefusedBeforeAnythingStarts(t *testing.T) {
	quarantined(t, "")
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), func(o *run.Options) { o.Cluster = "dev" })
	if o.code != run.CodeInput || !slices.Equal(log.calls, []string{"preflight", "attach dev"}) {
		t.Errorf("code %d, calls %q", o.code, log.calls)
	}
	for _, part := range []string{"--cluster dev: it is quarantined since ", "node worker-1 was schedulable, is cordoned", "gherkube cluster repair dev", "gherkube cluster down dev"} {
		if o.err == nil || !strings.Contains(o.err.Error(), part) {
			t.Errorf("%q is not told: %v", part, o.err)
		}
	}
}

// TestAClusterOfARunThatDiedIsVerifiedByTheNext checks that the run starts: its
// first scenario on the cluster verifies it.
func TestAClusterOfARunThatDiedIsVerifiedByTheNext(t *testing.T) {
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	quarantined(t, host+"/0/1")
	o := executed(t, t.Context(), twoScenarios, on(fake(&platformLog{})), func(o *run.Options) { o.Cluster = "dev" })
	if o.code != 0 {
		t.Errorf("code %d: %v", o.code, o.err)
	}
}
