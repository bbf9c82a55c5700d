package user_test

import (
	"testing"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/steps"
)

func TestFeatures(t *testing.T) {
	suite := &steps.Suite{}
	status := godog.TestSuite{
		TestSuiteInitializer: suite.InitializeTestSuite,
		ScenarioInitializer:  suite.InitializeScenario,
		Options:              &godog.Options{Format: "pretty", Paths: []string{"features"}, Strict: true, TestingT: t},
	}.Run()
	if status != 0 {
		t.Fail()
	}
}
