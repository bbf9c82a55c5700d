package steps_test

import (
	"context"
	"fmt"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps"
)

// A Suite runs features with godog. In a test, the code would be in a function
// TestFeatures, with TestingT in the options.
func ExampleSuite() {
	suite := &steps.Suite{}
	status := godog.TestSuite{
		TestSuiteInitializer: suite.InitializeTestSuite,
		ScenarioInitializer:  suite.InitializeScenario,
		Options:              &godog.Options{Format: "pretty", Paths: []string{"features"}, Strict: true},
	}.Run()
	fmt.Println(status)
}

// A step of your own gets the scenario from its context.
func ExampleFrom() {
	calm := steps.Step{
		Topic: "mine", Kinds: []steps.Kind{steps.Then},
		Pattern: `^pod "([^"]+)" stays calm$`, Example: `pod "web" stays calm`,
		Meaning: "The pod runs all along for 10 s.",
		Func: func(ctx context.Context, name string) error {
			sc, err := steps.From(ctx)
			if err != nil {
				return err
			}
			return sc.Expect(ctx, observe.Pod(sc.Namespace(), name), observe.BeRunning(), observe.For(10*time.Second))
		},
	}
	mine := steps.Extend(calm)
	fmt.Println(mine.Err(), len(mine.Match(`pod "web" stays calm`)))
	// Output: <nil> 1
}
