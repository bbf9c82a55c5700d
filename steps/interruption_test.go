package steps

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// removed is a cluster that prints "removed" when it is closed.
type removed struct{ cluster.Cluster }

func (removed) Topology() cluster.Topology { return cluster.Default }
func (removed) Close(context.Context) error {
	fmt.Println("removed")
	return nil
}

const asInterrupted = "GHERKUBE_TEST_INTERRUPTED"

func TestAnInterruptedSuiteRemovesItsClusters(t *testing.T) {
	if os.Getenv(asInterrupted) != "" {
		suite := &Suite{own: cluster.NewPool(nil, removed{})}
		guard(suite, suite.close)
		if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), asInterrupted+"=1")
	said, err := cmd.CombinedOutput()
	var end *exec.ExitError
	if !errors.As(err, &end) || !end.Sys().(syscall.WaitStatus).Signaled() {
		t.Errorf("it ended with %v", err)
	}
	if !strings.Contains(string(said), "Interrupted") || !strings.Contains(string(said), "removed\n") {
		t.Errorf("it said:\n%s", said)
	}
}

func TestASuiteThatEndsLeavesInterruptionsAlone(t *testing.T) {
	first, second := &Suite{}, &Suite{}
	guard(first, first.close)
	guard(second, second.close)
	unguard(first)
	if interruption.signals == nil {
		t.Error("the second is not guarded any more")
	}
	unguard(second)
	if interruption.signals != nil {
		t.Error("interruptions are still caught")
	}
}
