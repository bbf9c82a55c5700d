package grading

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// fake is a cluster as a grade sees it: a ready API server without Secrets, and
// containers that run nothing.
type fake struct {
	cluster.Cluster
	api *httptest.Server

	mu      sync.Mutex
	answers string            // what stands in the student's answers/name.txt
	laid    map[string]string // the content last written, by path
	fails   string            // the container that does not start, or annexed
	hogged  bool              // the container fails until the cluster is closed
	free    int               // bytes of the disk, until the cluster is closed
	nodes   []cluster.Node
	closed  bool
	stuck   error // the error of removing it
}

func newFake(t *testing.T) *fake {
	f := &fake{laid: map[string]string{}, free: 100 << 30}
	f.api = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.URL.Path == "/readyz" {
			fmt.Fprint(w, "ok")
			return
		}
		fmt.Fprint(w, `{"kind":"SecretList","apiVersion":"v1","metadata":{},"items":[]}`)
	}))
	t.Cleanup(f.api.Close)
	return f
}

func (f *fake) Name() string               { return "fake" }
func (f *fake) Topology() cluster.Topology { return cluster.Default }
func (f *fake) Nodes() []cluster.Node      { return f.nodes }
func (f *fake) Config() *rest.Config       { return &rest.Config{Host: f.api.URL} }

func (f *fake) Seal(context.Context) error { return nil }

func (f *fake) Account(context.Context, string, ...string) ([]byte, error) { return nil, nil }

func (f *fake) Annex(context.Context) (cluster.Annex, error) {
	if f.fails == annexed && !(f.hogged && f.closed) {
		return nil, errors.New("no space left on device")
	}
	return fakeAnnex{f}, nil
}

// annexed makes containers fail in the network of the control.
const annexed = "annex"

// fakeAnnex is the network of the control, which outlives the cluster.
type fakeAnnex struct{ *fake }

func (fakeAnnex) Close(context.Context) error { return nil }

// usedNode is a node with a given resource usage.
type usedNode struct {
	cluster.Node
	used cluster.Usage
}

func (n usedNode) Name() string { return "worker-1" }

func (n usedNode) State(context.Context) (cluster.State, error) { return cluster.Running, nil }

func (n usedNode) Usage(context.Context) (cluster.Usage, error) { return n.used, nil }

func (f *fake) StartSidecar(_ context.Context, b cluster.SidecarSpec) (cluster.Sidecar, error) {
	if b.Name == f.fails {
		return nil, errors.New("no space left on device")
	}
	return fakeSidecar{b.Name, f}, nil
}

func (f *fake) Close(context.Context) error {
	f.closed = true
	return f.stuck
}

type fakeSidecar struct {
	name string
	in   *fake
}

func (b fakeSidecar) Name() string                { return b.name }
func (b fakeSidecar) Close(context.Context) error { return nil }

// Exec returns the student's answers, and stores what is written to the grader
// container.
func (b fakeSidecar) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	b.in.mu.Lock()
	defer b.in.mu.Unlock()
	switch script := strings.Join(cmd.Args, " "); {
	case strings.Contains(script, "tar --create"):
		return 0, packed(cmd.Stdout, "name.txt", b.in.answers)
	case strings.Contains(script, freeDisk):
		free := 100 << 30
		if !b.in.closed {
			free = b.in.free
		}
		_, err := fmt.Fprintln(cmd.Stdout, free)
		return 0, err
	case strings.Contains(script, "tar --extract") && b.name == workstation.GraderName:
		content, err := io.ReadAll(cmd.Stdin)
		b.in.laid[b.name] = string(content)
		return 0, err
	}
	return 0, nil
}

func packed(to io.Writer, name, content string) error {
	w := tar.NewWriter(to)
	err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name, Size: int64(len(content))})
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	return errors.Join(err, w.Close())
}

// trialGrader returns a grader whose sentences need no cluster.
func trialGrader(f *fake) (*Grader, *trial.Vocabulary) {
	v := &trial.Vocabulary{}
	start := func(context.Context, cluster.Topology, bool) (cluster.Cluster, error) { return f, nil }
	return &Grader{Platform: run.Platform{Start: start}, Vocabulary: v}, v
}

// trialLab returns a lab with one criterion and the given setup.
func trialLab(t *testing.T, setup string) *lab.Lab {
	t.Helper()
	dir := t.TempDir()
	for name, sentence := range map[string]string{lab.SetupFile: setup, lab.ChecksFile: "Then I pass"} {
		feature := "Feature: a lab\n  Scenario: the one\n    " + sentence + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(feature), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return &lab.Lab{
		Document: lab.Document{ID: "trial", Title: "A trial", PassMark: 66, Namespace: "trial", Tasks: []lab.Task{{Points: 4}}},
		Dir:      dir, Criteria: []lab.Criterion{{Name: "the one", Task: 1, Points: 4, Visibility: lab.Always}},
	}
}
