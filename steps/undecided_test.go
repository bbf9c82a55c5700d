package steps

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

const asUndecided = "GHERKUBE_TEST_UNDECIDED"

var undecidedFeature = fstest.MapFS{"x.feature": {Data: []byte(`Feature: x
  Scenario: nobody knows
    Given it cannot be seen
    Then it holds
  Scenario: it is wrong
    Given it fails
  Scenario: it is right
    Given it holds
`)}}

// runUndecided runs in a process of its own, because its scenarios fail.
func runUndecided(t *testing.T) {
	suite := &Suite{SkipUndecided: os.Getenv(asUndecided) == "skip"}
	step := func(sc *godog.ScenarioContext, sentence string, err error) {
		sc.Step(sentence, judged(func(context.Context) error { return err }, suite.SkipUndecided))
	}
	godog.TestSuite{
		ScenarioInitializer: func(sc *godog.ScenarioContext) {
			step(sc, `^it cannot be seen$`, verdict.Unseenf("the API server is silent"))
			step(sc, `^it fails$`, errors.New("the pod is gone"))
			step(sc, `^it holds$`, nil)
		},
		Options: &godog.Options{Format: "progress", FS: undecidedFeature, Paths: []string{"x.feature"}, Strict: true, TestingT: t},
	}.Run()
}

// TestAnUndecidedScenarioIsNoFailureLikeOthers runs godog as tests: an undecided
// scenario fails under its name, or is skipped if the suite asks for that. It never
// passes.
func TestAnUndecidedScenarioIsNoFailureLikeOthers(t *testing.T) {
	if os.Getenv(asUndecided) != "" {
		runUndecided(t)
		return
	}
	for option, want := range map[string]string{"fail": "FAIL", "skip": "SKIP"} {
		t.Run(option, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.run", "^TestAnUndecidedScenarioIsNoFailureLikeOthers$")
			cmd.Env = append(os.Environ(), asUndecided+"="+option)
			output, _ := cmd.CombinedOutput()
			for _, line := range []string{
				"--- " + want + ": TestAnUndecidedScenarioIsNoFailureLikeOthers/nobody_knows",
				"undecided: the API server is silent",
				"--- FAIL: TestAnUndecidedScenarioIsNoFailureLikeOthers/it_is_wrong",
				"--- PASS: TestAnUndecidedScenarioIsNoFailureLikeOthers/it_is_right",
			} {
				if !strings.Contains(string(output), line) {
					t.Errorf("no %q in\n%s", line, output)
				}
			}
			if strings.Contains(string(output), "undecided: the pod is gone") {
				t.Error("a failure is called undecided")
			}
		})
	}
}
