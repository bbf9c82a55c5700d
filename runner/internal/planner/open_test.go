package planner

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/steps"
)

func TestAScenarioThatIsStillBeingWrittenNeedNotDisruptYet(t *testing.T) {
	const text = "Feature: x\n\n  @disruptive\n  Scenario: y\n    Then within 5s node worker-1 is Ready\n"
	for open, want := range map[bool]string{true: "", false: "is tagged @disruptive and disrupts nothing"} {
		_, err := Make(Request{Paths: []string{"x.feature"}, Texts: map[string][]byte{"x.feature": []byte(text)}, Open: open}, &steps.Vocabulary{})
		if open != (err == nil) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("open %v: %v", open, err)
		}
	}
}
