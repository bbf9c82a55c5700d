package scenario

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// far is a cluster whose network this machine reaches or not.
type far struct {
	cluster.Cluster
	stand  cluster.Sidecar
	direct bool
	err    error
}

func (far) Nodes() []cluster.Node { return nil }

func (f far) Outside(context.Context) (cluster.Sidecar, bool, error) { return f.stand, f.direct, f.err }

// standIn is a container in the cluster's network: here, it is this machine.
type standIn struct{ cluster.Sidecar }

func (standIn) Name() string { return "registry" }

func (standIn) Exec(ctx context.Context, c cluster.Command) (int, error) {
	cmd := exec.CommandContext(ctx, c.Args[0], c.Args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.Stdin, c.Stdout, c.Stderr
	err := cmd.Run()
	return cmd.ProcessState.ExitCode(), err
}

func TestAContainerStandsInForThisMachine(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip(err)
	}
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("asked by " + r.UserAgent()))
	}))
	defer page.Close()
	request, err := traffic.Parse(page.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	for by, c := range map[string]far{"Go-http-client": {direct: true}, "curl": {stand: standIn{}}} {
		place, err := Fake{Cluster: c}.Scenario().Place(t.Context(), Requester{})
		if err != nil {
			t.Fatal(err)
		}
		answers, err := place.Ask(t.Context(), request, 1)
		if err != nil || !strings.Contains(answers[0].Text, "asked by "+by) || !strings.HasPrefix(place.String(), "this machine") {
			t.Errorf("%s: got %v, %v", place, answers, err)
		}
	}
}

func TestNothingStandsInForThisMachine(t *testing.T) {
	_, err := Fake{Cluster: far{err: errors.New("no registry")}}.Scenario().Place(t.Context(), Requester{})
	if verdict.Of(err) != verdict.Undecided || !strings.Contains(err.Error(), "no registry") {
		t.Errorf("got %v", err)
	}
}
