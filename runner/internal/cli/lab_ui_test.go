package cli

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// unseen is a cluster whose API server never answers.
type unseen struct{ pretend }

func (unseen) Config() *rest.Config { return &rest.Config{Host: "http://127.0.0.1:1"} }

// heard is an output that is read while it is written.
type heard struct {
	mu   sync.Mutex
	text strings.Builder
}

func (h *heard) Write(text []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(text)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

// TestTheLabsPageIsServedUntilTheLabIsRemoved serves a lab that exists as files only.
func TestTheLabsPageIsServedUntilTheLabIsRemoved(t *testing.T) {
	withState(t)
	state := cluster.StateDir("dev")
	if err := os.CopyFS(filepath.Join(state, "lab", "service-selector"), os.DirFS("../../../labs/service-selector")); err != nil {
		t.Fatal(err)
	}
	stored := filepath.Join(state, "lab.json")
	if err := os.WriteFile(stored, []byte(`{"cluster": "dev", "lab": "service-selector", "started": "2026-03-01T10:00:00Z"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	info := devInfo("running")
	info.Nodes[workstation.Name] = "running"
	p := platform{
		Platform: run.Platform{Attach: func(context.Context, string) (cluster.Cluster, error) { return unseen{}, nil }},
		List:     func(context.Context) ([]docker.Info, error) { return []docker.Info{info}, nil },
	}
	stderr, code := &heard{}, make(chan int, 1)
	out := terminal.Plain(io.Discard, stderr)
	defer out.Close()
	go func() { code <- execute([]string{"lab", "show", "dev", "--ui", "--language", "ko"}, out, p) }()
	link := regexp.MustCompile(`Page: (http://127\.0\.0\.1:\d+/[A-Z0-9]+/)\n`)
	for end := time.Now().Add(time.Minute); link.FindStringSubmatch(stderr.String()) == nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) || len(code) > 0 {
			t.Fatalf("no link: %s", stderr)
		}
	}
	answer, err := http.Get(link.FindStringSubmatch(stderr.String())[1])
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	if !strings.Contains(string(page), "아무도 찾지 못하는 서비스") {
		t.Errorf("the page is %.300s", page)
	}
	if err := os.Remove(stored); err != nil {
		t.Fatal(err)
	}
	if got := <-code; got != 0 || !strings.Contains(stderr.String(), "was removed") {
		t.Errorf("code %d: %s", got, stderr)
	}
}

func TestAPageNeedsALabAndAPort(t *testing.T) {
	withState(t)
	for args, want := range map[string]string{
		"lab show nothing --ui": `no lab is up on a cluster "nothing"`,
		"lab show x --ui=70000": "a port is a number",
		"lab start x --ui=port": "a port is a number",
	} {
		if got := (&power{info: devInfo("running")}).run(args); got.code != 3 || !strings.Contains(got.stderr, want) {
			t.Errorf("%s: %+v", args, got)
		}
	}
}
