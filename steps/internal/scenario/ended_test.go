package scenario

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// nodeHere is a cluster in which every node is this machine. As with a node in a
// container, cancelling the wait for a command does not end the command.
type nodeHere struct{ cluster.Cluster }

func (nodeHere) Node(string) (cluster.Node, error) { return patient{}, nil }

type patient struct{ cluster.Node }

func (patient) Name() string { return "worker-1" }

func (patient) Exec(ctx context.Context, c cluster.Command) (int, error) {
	cmd := exec.Command(c.Args[0], c.Args[1:]...)
	cmd.Env = append(os.Environ(), c.Env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.Stdin, c.Stdout, c.Stderr
	ended := make(chan struct{})
	go func() {
		_ = cmd.Run() // its exit code tells
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
		return -1, ctx.Err()
	}
	if status := cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() {
		return 128 + int(status.Signal()), nil // in the form of an engine
	}
	return cmd.ProcessState.ExitCode(), nil
}

// runHere runs a line with a time limit.
func runHere(t *testing.T, line string, long time.Duration) (*Result, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), long)
	defer cancel()
	return (&Scenario{session: &session{cluster: nodeHere{}}}).Run(ctx, line, "worker-1", "")
}

// isGone waits until no process has this unique word in its command line.
func isGone(t *testing.T, word string) {
	t.Helper()
	var left []byte
	for range 600 { // 30 s, far more than an idle machine needs
		var err error
		if left, err = exec.Command("pgrep", "--full", "--list-full", word).Output(); err != nil && len(left) == 0 {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	_ = exec.Command("pkill", "-KILL", "--full", word).Run()
	t.Errorf("this is left running:\n%s", left)
}

func TestACommandIsEndedWhereItRuns(t *testing.T) {
	t.Parallel() // the test mostly waits
	word := fmt.Sprintf("gherkube-test-%d", time.Now().UnixNano())
	long := "bash -c 'trap \"\" TERM; for i in {1..600}; do sleep 0.1; done' " + word
	began := time.Now()
	r, err := runHere(t, "("+long+") & "+long+"; echo done", 10*time.Second)
	if err != nil || r.Code != unended || !strings.Contains(r.String(), "it had 9s, did not end in that time, and was ended") {
		t.Errorf("it ran too long, and what came of it after %s is %v, %v", time.Since(began), r, err)
	}
	isGone(t, word)
}

func TestAFloodIsEndedWhereItRuns(t *testing.T) {
	word := fmt.Sprintf("gherkube-test-%d", time.Now().UnixNano())
	for _, line := range []string{
		"yes " + word,
		"yes " + word + " >&2",
		"yes " + word + " & sleep 10",
		"while :; do /bin/echo $(seq 20000); done # " + word,
	} {
		r, err := runHere(t, line, time.Minute)
		if err != nil || r.Code != tooMuch {
			t.Errorf("%s: %v, %v", line, r, err)
		}
		isGone(t, word)
	}
}

func TestWhatIsInItsBoundsIsAsItWas(t *testing.T) {
	for line, want := range map[string]Result{
		"echo out; echo err >&2":                 {Output: "out\n", Errors: "err\n"},
		"exit 124":                               {Code: 124},
		"kill -KILL $$":                          {Code: 137},
		"sleep 60 >/dev/null 2>&1 & echo left":   {Output: "left\n"},
		"head --bytes=4194304 /dev/zero | wc -c": {Output: "4194304\n"},
		"echo ${GHERKUBE_LINE-none}":             {Output: "none\n"},
		"pkill --full no-such-program":           {Code: 1},
	} {
		began := time.Now()
		r, err := runHere(t, line, time.Minute)
		want.Command = line
		if err != nil || *r != want || time.Since(began) > 30*time.Second {
			t.Errorf("%s: got %v, %v after %s", line, r, err, time.Since(began))
		}
	}
	r, err := runHere(t, "head --bytes=4194304 /dev/zero", time.Minute)
	if err != nil || r.Code != 0 || len(r.Output) != outputSize {
		t.Errorf("what may just be written: %v", err)
	}
}
