//go:build cluster

package cli

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A person types a scenario with a fault at a terminal, undoes the fault and saves what was
// typed: lint accepts the file, and a run of it passes on the same cluster.
func TestAScenarioIsTypedAndSaved(t *testing.T) {
	const name = "console-test"
	if got := end(t, atHome(t, "cluster", "up", "--name", name, "--workers", "1")); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	t.Cleanup(func() {
		down := atHome(t, "cluster", "down", name)
		if said, err := down.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	})
	saved := filepath.Join(t.TempDir(), "typed.feature")
	typeScenario(t, name, saved)
	for _, args := range [][]string{{"lint", saved}, {"fmt", "--check", saved}, {"run", "--cluster", name, saved}} {
		if got := end(t, atHome(t, args...)); got.code != 0 {
			t.Errorf("%s: %+v", args, got)
		}
	}
	quick := atHome(t, "console", "--cluster", name)
	quick.Stdin = strings.NewReader("node worker-1 is Ready\npod \"nothing\" exists\n")
	if got := end(t, quick); got.code != 1 || !strings.Contains(got.stdout, "it is so now") || !strings.Contains(got.stdout, "it is not so now\n       saw: not there") {
		t.Errorf("%+v", got)
	}
}

// atHome is gherkube with the container engine of this machine.
func atHome(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...) // the last one runs when the test's context has ended
	cmd.Env = append(os.Environ(), asProgram+"=1", "TERM=xterm", "NO_COLOR=1")
	return cmd
}

func typeScenario(t *testing.T, on, saved string) {
	t.Helper()
	typeAt(t, atHome(t, "console", "--cluster", on, "--disruptive"), on+"> ", []typed{
		{"I create pod \"web\" with image \"nginx\"\r", "passed"},
		{"within 60s pod \"we\t is Running\r", "passed"},
		{"pod \"web\" is Running\r", "it is so now"},
		{"the kubelet on wo\t is stopped\r", "in effect after"},
		{"within 60s node worker-1 is Unknown\r", "passed"},
		{"for 2s node worker-1 is Ready\r", "failed"},
		{":undo\r", "recovered after"},
		{"within 60s node worker-1 is Ready\r", "passed"},
		{":save " + saved + "\r", "Saved " + saved + ": 7 sentences"},
	})
}

// typed is what a person types, and what the terminal then shows before the next prompt.
// What it shows ends without a prompt if it is a question.
type typed struct{ keys, shows string }

// typeAt types lines at the prompts of a program, and then the end of the input.
func typeAt(t *testing.T, cmd *exec.Cmd, prompt string, lines []typed) {
	t.Helper()
	keys, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 200})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = keys.Close() }()
	shown := &shown{}
	go func() { _, _ = io.Copy(shown, keys) }()
	shown.await(t, prompt)
	for _, line := range lines {
		if _, err := keys.WriteString(line.keys); err != nil {
			t.Fatal(err)
		}
		shown.await(t, line.shows)
		if !strings.HasSuffix(line.shows, "? [y/N]") {
			shown.await(t, prompt)
		}
	}
	if _, err := keys.WriteString("\x04"); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v:\n%s", err, shown.all())
	}
}

// shown is what a terminal has shown.
type shown struct {
	mu   sync.Mutex
	text string
	seen int
}

func (s *shown) Write(text []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text += string(text)
	return len(text), nil
}

func (s *shown) all() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return regexp.MustCompile(`\x1b\[[0-9;?]*[A-Za-z]`).ReplaceAllString(s.text, "")
}

// await waits for a text, after those that were waited for.
func (s *shown) await(t *testing.T, text string) {
	t.Helper()
	for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		s.mu.Lock()
		at := strings.Index(s.text[s.seen:], text)
		if at >= 0 {
			s.seen += at + len(text)
		}
		s.mu.Unlock()
		if at >= 0 {
			return
		}
	}
	t.Fatalf("%q is not shown:\n%s", text, s.all())
}
