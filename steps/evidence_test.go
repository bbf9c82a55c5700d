package steps

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"github.com/cucumber/godog"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// nothingServed is an API server without objects.
func nothingServed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	t, found := resource.BuiltIn(path.Base(r.URL.Path))
	switch {
	case !found:
	case r.URL.Query().Get("watch") != "":
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	default:
		about := metav1.TypeMeta{Kind: t.Kind + "List", APIVersion: strings.TrimPrefix(t.Group+"/"+t.Version, "/")}
		_ = json.NewEncoder(w).Encode(metav1.List{TypeMeta: about, ListMeta: metav1.ListMeta{ResourceVersion: "1"}})
	}
}

// bare is a cluster that has a name and no nodes.
type bare struct{ cluster.Cluster }

func (bare) Name() string          { return "green" }
func (bare) Nodes() []cluster.Node { return nil }

// failing has a step of a scenario fail, in whose cluster something said a Secret. list
// lists the Secrets. It returns the texts of the scenario's events.
func failing(ctx context.Context, t *testing.T, list func() ([]corev1.Secret, error)) map[event.Kind]string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(nothingServed))
	history, err := observe.Watch(t.Context(), &rest.Config{Host: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { history.Close(); server.CloseClientConnections(); server.Close() })
	history.Note("the kubelet said hunter2-and-more")
	s := scenario.Fake{Cluster: bare{}, Namespace: "blue", History: history, Secrets: redact.New(list)}.Scenario()
	told := map[event.Kind]string{}
	s.OnEvent = func(e event.Event) { told[e.Kind] = e.Text }
	suite := &Suite{OnEvent: s.OnEvent}
	if _, err := suite.afterStep(scenario.NewContext(ctx, s), &godog.Step{Text: "the step"}, godog.StepFailed, errors.New("it failed")); err != nil {
		t.Fatal(err)
	}
	return told
}

func holdsOne() ([]corev1.Secret, error) {
	return []corev1.Secret{{Data: map[string][]byte{"password": []byte("hunter2-and-more")}}}, nil
}

func TestEvidenceShowsNoSecret(t *testing.T) {
	told := failing(t.Context(), t, holdsOne)
	if got := told[event.Evidence]; !strings.HasSuffix(got, "the kubelet said [redacted]") {
		t.Errorf("got %q", got)
	}
	if _, collected := told[event.Diagnostics]; !collected {
		t.Errorf("no diagnostics: %v", told)
	}
}

// TestEvidenceOfAnInterruptedScenarioShowsNoSecret has Ctrl-C end the step.
func TestEvidenceOfAnInterruptedScenarioShowsNoSecret(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	told := failing(ctx, t, holdsOne)
	if got := told[event.Evidence]; !strings.HasSuffix(got, "the kubelet said [redacted]") {
		t.Errorf("got %q", got)
	}
	if _, collected := told[event.Diagnostics]; collected {
		t.Error("diagnostics delay the end")
	}
}

func TestEvidenceThatMayShowUnknownSecretsIsLeftOut(t *testing.T) {
	told := failing(t.Context(), t, func() ([]corev1.Secret, error) { return nil, errors.New("no answer") })
	if got, want := told[event.Evidence], "left out, since the Secrets that it may show are not known: no answer"; got != want {
		t.Errorf("got %q", got)
	}
}
