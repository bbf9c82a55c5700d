// Command gherkube runs Gherkin features, including fault injection, on real
// Kubernetes clusters whose nodes are containers. It also grades CKA-style labs.
package main

import (
	"os"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/steps"
)

func main() { os.Exit(runner.Main(steps.Extend())) }
