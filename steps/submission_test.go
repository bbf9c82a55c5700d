package steps

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// canned is a sandbox in which every command has the same result.
type canned struct {
	code          int
	output, ended string
	err           error
}

func (c canned) Run(_ context.Context, _ []string, _ time.Duration, out, _ io.Writer) (int, string, error) {
	fmt.Fprint(out, c.output)
	return c.code, c.ended, c.err
}

func (canned) Close(context.Context) error { return nil }

// api is a cluster whose API server accepts the token "good", and lets its holder list
// pods.
type api struct {
	cluster.Cluster
	server *httptest.Server
}

func (a api) Config() *rest.Config  { return &rest.Config{Host: a.server.URL, BearerToken: "admin"} }
func (a api) API() netip.Addr       { return netip.MustParseAddr("10.0.0.2") }
func (a api) Nodes() []cluster.Node { return nil }

func newAPI(t *testing.T) api {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		switch {
		case r.URL.Path == "/readyz":
			fmt.Fprint(w, "ok")
		case strings.HasSuffix(r.URL.Path, "/selfsubjectreviews") && r.Header.Get("Authorization") == "Bearer good":
			fmt.Fprint(w, `{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","status":{"userInfo":{"username":"jane"}}}`)
		case strings.HasSuffix(r.URL.Path, "/selfsubjectreviews"):
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(w, `{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Unauthorized","code":401}`)
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	t.Cleanup(server.Close)
	return api{server: server}
}

// judging returns a scenario of a lab's checks, with a submission and a sandbox.
func judging(t *testing.T, on api, box Sandbox, submission *Submission) *scenario.Scenario {
	t.Helper()
	client, err := kubernetes.NewForConfig(on.Config())
	if err != nil {
		t.Fatal(err)
	}
	return scenario.Fake{
		Cluster: on, Client: client, Namespace: "shop", Environment: &Environment{Submission: submission}, Sandbox: box,
	}.Scenario()
}

func TestWhatAnAnswerSaysInASandbox(t *testing.T) {
	down := newAPI(t)
	down.server.Close()
	for name, row := range map[string]struct {
		box    canned
		on     api
		says   bool
		unseen bool
		want   string
	}{
		"it says so":                    {canned{output: "worker-1\n"}, newAPI(t), true, false, ""},
		"it says so while none answers": {canned{output: "worker-1\n"}, down, true, false, ""},
		"it says otherwise":             {canned{output: "worker-2\n"}, newAPI(t), false, false, "worker-2"},
		"it fails":                      {canned{code: 1, output: "worker-1\n"}, newAPI(t), false, false, "code 1"},
		"it does not end":               {canned{code: -1, output: "worker-1\n", ended: "it ran for longer than 5s"}, newAPI(t), false, false, "longer than 5s, and was ended"},
		"nobody answers it":             {canned{code: 1}, down, false, true, ""},
		"it cannot be run":              {canned{err: errors.New("no such container")}, newAPI(t), false, true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := judging(t, row.on, row.box, &Submission{})
			said := saying("prints", "worker-1")
			r, err := lookAt(t.Context(), s, said, "bash", "answers/x")
			var unseen *verdict.Unseen
			if errors.As(err, &unseen) != row.unseen || (err != nil) != row.unseen {
				t.Fatalf("got %v", err)
			}
			if err != nil {
				return
			}
			if ok, _ := said.Match(r); ok != row.says || !strings.Contains(fmt.Sprint(r), row.want) {
				t.Errorf("%v: %s", ok, r)
			}
		})
	}
}

func TestWhatIsNotThereWasNotHandedIn(t *testing.T) {
	s := judging(t, newAPI(t), nil, &Submission{Sandbox: func(context.Context) (Sandbox, error) {
		t.Error("a sandbox for nothing")
		return canned{}, nil
	}})
	var unseen *verdict.Unseen
	if err := s.NeedSandbox(t.Context(), "x.sh"); err == nil || errors.As(err, &unseen) || !strings.Contains(err.Error(), "there is no file answers/x.sh") {
		t.Errorf("got %v", err)
	}
}

func TestCredentialsAreShownToTheClusterAlone(t *testing.T) {
	stranger := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("a stranger was called") }))
	defer stranger.Close()
	config := func(server, token string) string {
		text, _ := json.Marshal(map[string]any{
			"apiVersion": "v1", "kind": "Config", "current-context": "c",
			"contexts": []any{map[string]any{"name": "c", "context": map[string]any{"cluster": "c", "user": "u"}}},
			"clusters": []any{map[string]any{"name": "c", "cluster": map[string]any{"server": server, "insecure-skip-tls-verify": true}}},
			"users":    []any{map[string]any{"name": "u", "user": map[string]any{"token": token}}},
		})
		return string(text)
	}
	down := newAPI(t)
	down.server.Close()
	for name, row := range map[string]struct {
		on      api
		content string
		kind    string
		want    string // the expected observation or error
		unseen  bool
	}{
		"a kubeconfig":              {newAPI(t), config("https://10.0.0.2:6443", "good"), "kubeconfig", `takes them for "jane"`, false},
		"one that nobody knows":     {newAPI(t), config("https://10.0.0.2:6443", "bad"), "kubeconfig", "401", false},
		"one of a stranger":         {newAPI(t), config(stranger.URL, "good"), "kubeconfig", "the API server of this cluster is https://10.0.0.2:6443", false},
		"one of another port":       {newAPI(t), config("https://10.0.0.2:6444", "good"), "kubeconfig", "the API server of this cluster is", false},
		"none":                      {newAPI(t), "", "kubeconfig", "current context", false},
		"a token":                   {newAPI(t), "good\n", "token", `takes them for "jane"`, false},
		"a token that nobody hears": {down, "good", "token", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := judging(t, row.on, nil, &Submission{Answers: []cluster.File{{Path: "x", Content: []byte(row.content)}}})
			shown, err := credentialsOf(s, []string{row.kind, "x", "", ""})
			var i identity
			if err == nil {
				i, err = identify(t.Context(), s, shown)
			}
			var unseen *verdict.Unseen
			if errors.As(err, &unseen) != row.unseen {
				t.Fatalf("got %v", err)
			}
			if got := fmt.Sprint(err, i.Describe()); !strings.Contains(got, row.want) {
				t.Errorf("want %q, got %s", row.want, got)
			}
		})
	}
}
