package planner_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
)

// White space does not change a sentence, and unknown tags have no effect.
func TestWhatIsAccepted(t *testing.T) {
	for name, feature := range map[string]string{
		"a tab at the end":           "Feature: f\n  Scenario: s\n    Given I pass 2 times\t\n",
		"a no-break space":           "Feature: f\n  Scenario: s\n    Given I pass\u00a02 times\u00a0\n",
		"spaces between words":       "Feature: f\n  Scenario: s\n    Given I  pass\t2   times\n",
		"an ideographic space":       "Feature: f\n  Scenario: s\n    Given I pass\u30002 times\n",
		"tags of others":             "@cluster\nFeature: f\n  @non-disruptive @destructive @disruption @flow @show @slo\n  Scenario: s\n    Given I pass 2 times\n",
		"white space within a value": "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 2 |\n",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.feature")
			if err := os.WriteFile(path, []byte(feature), 0o600); err != nil {
				t.Fatal(err)
			}
			s := planned(t, planner.Request{Paths: []string{path}}).Scenarios[0]
			if s.Steps[0].Text != "I pass 2 times" {
				t.Errorf("got %q", s.Steps[0].Text)
			}
		})
	}
}
