package reader_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// Phrases of a lab are defined in its folder. Their commands and names must follow
// the rules of checks if a check uses them.
func TestPhrasesInLabs(t *testing.T) {
	const says = "\n  @task:1 @points:3\n  Scenario: It stands\n    Then within 5s the app stands\n"
	phrase := func(steps string) string { return "\n  @phrase\n  Scenario: the app stands\n" + steps }
	for name, row := range map[string]struct{ phrases, checks, want string }{
		"in the checks":              {"", phrase("    * deployment \"web\" has rolled out\n    * service \"web\" leads to 1 pod\n") + says, ""},
		"in a file beside":           {"Feature: words\n" + phrase("    * deployment \"web\" has rolled out\n"), says, ""},
		"of what nobody tells":       {"Feature: words\n" + phrase("    * deployment \"wbe\" has rolled out\n    * node worker-1 is Ready\n"), says, `looks at deployment "wbe"`},
		"with a command that acts":   {"Feature: words\n" + phrase("    * \"kubectl delete pods --all\" prints \"x\"\n    * node worker-1 is Ready\n"), says, `kubectl delete`},
		"what is true of nothing":    {"Feature: words\n" + phrase("    * deployment \"web\" is gone\n    * pod \"web\" is gone\n"), says, "is true of a cluster in which nothing works"},
		"that act":                   {"Feature: words\n  @phrase\n  Scenario: the app stands\n    When I run \"kubectl get pods\"\n", strings.Replace(says, "within 5s ", "", 1), "it cannot follow Then"},
		"that are nowhere to be had": {"", says, "undefined step"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := labOf(t, "Feature: checks\n"+row.checks, 3)
			if row.phrases != "" {
				if err := os.WriteFile(filepath.Join(dir, "words.feature"), []byte(row.phrases), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, err := reader.Load(dir, &steps.Vocabulary{})
			if row.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %s", err, row.want)
			}
		})
	}
}
