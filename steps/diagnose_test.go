package steps

import (
	"context"
	"slices"
	"testing"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

func TestTheObjectsThatAStepNames(t *testing.T) {
	s := scenario.Fake{Namespace: "blue", Values: map[string]string{"name": "shop"}}.Scenario()
	s.Call("the old", &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Namespace: "blue", Name: "web-1"}})
	rows := map[string]struct {
		step godog.Step
		want diagnostics.Ref
		at   int // of the reference, or -1 for anywhere
	}{
		"a workload":            {godog.Step{Text: `within 5s deployment "web" has 2 ready pods on worker-1`}, diagnostics.Ref{Kind: observe.KindDeployment, Namespace: "blue", Name: "web"}, 0},
		"a workload in Korean":  {godog.Step{Text: `30초 안에 파드 "web"의 로그가 "ready"라고 말한다`}, diagnostics.Ref{Kind: observe.KindPod, Namespace: "blue", Name: "web"}, 0},
		"a node":                {godog.Step{Text: `within 5s deployment "web" has 2 ready pods on worker-1`}, diagnostics.Ref{Namespace: "blue", Name: "worker-1"}, -1},
		"a node in Korean":      {godog.Step{Text: `30초 안에 worker-1의 kubelet 저널이 "Started"라고 말한다`}, diagnostics.Ref{Namespace: "blue", Name: "worker-1"}, -1},
		"another namespace":     {godog.Step{Text: `within 5s the log of pod "green/web" says "ready"`}, diagnostics.Ref{Kind: observe.KindPod, Namespace: "green", Name: "web"}, 0},
		"a value":               {godog.Step{Text: `within 5s the log of pod "${name}" says "ready"`}, diagnostics.Ref{Kind: observe.KindPod, Namespace: "blue", Name: "shop"}, 0},
		"an alias":              {godog.Step{Text: `within 5s the pods "the old" are gone`}, diagnostics.Ref{Kind: observe.KindPod, Namespace: "blue", Name: "web-1"}, -1},
		"a word of a command":   {godog.Step{Text: `I run "kubectl get pod web -o name"`}, diagnostics.Ref{Namespace: "blue", Name: "web"}, -1},
		"a type with its name":  {godog.Step{Text: `I run "kubectl describe deploy/web"`}, diagnostics.Ref{Kind: observe.KindDeployment, Namespace: "blue", Name: "web"}, -1},
		"a claim in a doc text": {godog.Step{Text: `within 5s all of these hold:`, Argument: &messages.PickleStepArgument{DocString: &messages.PickleDocString{Content: `the log of pod "web" says "ready"`}}}, diagnostics.Ref{Kind: observe.KindPod, Namespace: "blue", Name: "web"}, 0},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			got := ownVocabulary.named(s, &row.step)
			if at := slices.Index(got, row.want); at < 0 || row.at >= 0 && at != row.at {
				t.Errorf("%v is not at %d of %v", row.want, row.at, got)
			}
		})
	}
}

// TestAStepThatPassesCollectsNothing has a scenario without a cluster, a client and a
// history: asking one of them would panic.
func TestAStepThatPassesCollectsNothing(t *testing.T) {
	s := scenario.Fake{Namespace: "blue"}.Scenario()
	var told []event.Kind
	s.OnEvent = func(e event.Event) { told = append(told, e.Kind) }
	suite := &Suite{OnEvent: s.OnEvent}
	if _, err := suite.afterStep(scenario.NewContext(context.Background(), s), &godog.Step{Text: `pod "web" runs`}, godog.StepPassed, nil); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, []event.Kind{event.Returned}) {
		t.Errorf("told %v", told)
	}
}
