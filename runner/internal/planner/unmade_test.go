package planner_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// A label that nothing of the scenario has may be mistyped: that no pods have it is no
// finding.
func TestLabelsThatNothingHas(t *testing.T) {
	for name, c := range map[string]struct {
		lines   string
		refused bool
	}{
		"nobody has the label":                 {`Then within 5s there are no pods with label "tier=front"`, true},
		"at most so many of nothing":           {`Then within 5s there are at most 2 pods with label "tier=front"`, true},
		"never, of nothing":                    {`Then never within 5s there are at least 2 pods with label "tier=front"`, true},
		"another value":                        {"Given deployment \"web\" with 1 replica\nThen within 5s there are no pods with label \"app=wbe\"", true},
		"another key":                          {"Given deployment \"web\" with 1 replica\nThen within 5s there are no pods with label \"ap=web\"", true},
		"the label of a deployment":            {"Given deployment \"web\" with 1 replica\nThen within 5s there are no pods with label \"app=web\"", false},
		"one of two values":                    {"Given deployment \"web\" with 1 replica\nThen within 5s there are no pods with label \"app in (web, api)\"", false},
		"a manifest has it":                    {"Given I apply:\n\"\"\"\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {tier: front}}\n\"\"\"\nThen within 5s there are no configmaps with label \"tier=front\"", false},
		"something was there before":           {"Then within 5s there is 1 pod with label \"tier=front\"\nThen within 5s there are no pods with label \"tier=front\"", false},
		"objects of others, in a namespace":    {`Then within 5s there are no pods with label "tier=front" in namespace "kube-system"`, false},
		"a number of pods":                     {`Then within 5s there are 2 pods with label "tier=front"`, false},
		"a label that is not to be there":      {`Then within 5s there are no pods with label "tier!=front"`, false},
		"a label of Kubernetes, by its object": {"When I run \"kubectl create job backup --image=nginx\"\nThen within 5s there are no pods with label \"batch.kubernetes.io/job-name=backup\"", false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.feature")
			if err := os.WriteFile(path, []byte("Feature: f\n  Scenario: s\n"+c.lines+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := planner.Make(planner.Request{Paths: []string{path}}, &steps.Vocabulary{})
			if refused := err != nil && strings.Contains(err.Error(), "nothing else in the scenario mentions label"); refused != c.refused {
				t.Errorf("got %v", err)
			}
		})
	}
}
