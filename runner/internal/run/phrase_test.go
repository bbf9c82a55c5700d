package run_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

const storms = `Feature: Storms
  @phrase
  Scenario: a storm of <n> gusts
    Given I pass <n> times
    And the sky is "grey"

  @phrase
  Scenario: the sky is "<colour>"
    When I note:
      """
      it is <colour>
      """

  @phrase
  Scenario: the roof is gone
    Then I pass
    And I fail

  Scenario: A storm takes the roof
    Given a storm of 3 gusts
    When a storm of 2 gusts
    Then the roof is gone
    And I pass
`

// TestPhrasesRunAsTheirSteps checks that the steps of phrases are run, and reported
// below the calling sentences.
func TestPhrasesRunAsTheirSteps(t *testing.T) {
	vocabulary := &trial.Vocabulary{}
	o := executed(t, t.Context(), storms, func(o *run.Options) { o.Vocabulary = vocabulary })
	if o.code != 1 || len(o.result.Run.Scenarios) != 1 || o.result.Run.Scenarios[0].Verdict != verdict.Failed {
		t.Fatalf("code %d, error %v", o.code, o.err)
	}
	s := o.result.Run.Scenarios[0]
	if got := outcomes(s); got != "passed, passed, passed, passed, passed, failed, not run" {
		t.Errorf("the steps: %s", got)
	}
	shown := regexp.MustCompile(`(?m) +[\d.]+(?:µ|m)?s  `).ReplaceAllString(o.stdout, " ")
	for _, want := range []string{
		"passed Given a storm of 3 gusts\n",
		"passed   Given I pass 3 times\n",
		"passed   And the sky is \"grey\"\n",
		"passed     When I note:\n",
		"passed When a storm of 2 gusts\n",
		"failed Then the roof is gone\n",
		"failed   And I fail  # x.feature:17\n",
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("not shown: %q\n%s", want, shown)
		}
	}
}
