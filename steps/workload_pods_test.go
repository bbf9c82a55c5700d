package steps

import (
	"fmt"
	"strings"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// "0 pods" would be true of every misspelt name. "are gone" would be true at once of a
// deleted deployment whose pods still run.
func TestOfAWorkloadThatIsNotThereNothingIsSo(t *testing.T) {
	s := scenario.Fake{Namespace: "shop"}.Scenario()
	for _, claim := range []string{
		`deployment "web" has 0 pods`, `deployment "web" has 0 ready pods`, `deployment "web" has 2 pods`,
		`the pods of deployment "web" are gone`, `the pods of deployment "web" are Running`,
		`the pods of daemonset "web" are gone`, `the pods of daemonset "web" are not Terminating`,
	} {
		read, err := readClaim(t.Context(), s, claim)
		if err != nil {
			t.Fatal(err)
		}
		kind := "deployment"
		if strings.Contains(claim, "daemonset") {
			kind = "daemonset"
		}
		found := podsOrNoWorkload(observe.View{}, kind, "shop", "web", "")
		if ok, err := read.Matcher.Match(found); ok || err != nil {
			t.Errorf("%s: %v, %v of %v", read.Subject, ok, err, found)
		}
		if said := read.Matcher.FailureMessage(found); !strings.Contains(said, fmt.Sprintf("there is no %s \"web\"", kind)) {
			t.Errorf("%s: it says %s", read.Subject, said)
		}
	}
}

func TestAWorkloadMayKnowItsPodsByExpressions(t *testing.T) {
	by := selecting(&metav1.LabelSelector{MatchExpressions: []metav1.LabelSelectorRequirement{
		{Key: "app", Operator: metav1.LabelSelectorOpIn, Values: []string{"web"}},
	}})
	for app, want := range map[string]bool{"web": true, "db": false} {
		if got := by.Matches(labels.Set{"app": app}); got != want {
			t.Errorf("%s: got %v", app, got)
		}
	}
}
