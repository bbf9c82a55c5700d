package runner_test

import (
	"fmt"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/steps"
)

// ExampleLint finds an error in a feature without a cluster.
func ExampleLint() {
	fmt.Println(runner.Lint(steps.Extend(), "testdata/rain.feature"))
	// Output: testdata/rain.feature:3: undefined step: it pours
	//     no sentence says this; gherkube steps WORD searches them
	//     a command may say it: I run "kubectl ..."
}
