package runner_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/steps"
)

// asProgram makes the test binary act as a gherkube with a sentence of its own.
const asProgram = "GHERKUBE_TEST_AS_PROGRAM"

var rains = steps.Step{
	Topic: "weather", Kinds: []steps.Kind{steps.Given, steps.When}, Disruptive: true,
	Pattern: `^it rains for (\d+) hours$`, Example: "it rains for 3 hours", Meaning: "It rains for so many hours.",
	Func: func(context.Context, string) error { return nil },
}

func TestMain(m *testing.M) {
	switch os.Getenv(asProgram) {
	case "extended":
		os.Exit(runner.Main(steps.Extend(rains)))
	case "wrong":
		os.Exit(runner.Main(steps.Extend(steps.Step{Pattern: "rain"})))
	}
	os.Exit(m.Run())
}

const rainy = `Feature: Rain
  @own-cluster
  Scenario: It pours
    When it rains for 3 hours
    Then within 30s node worker-1 is Ready
`

// A program with a sentence of its own knows it in every command that needs no
// cluster.
func TestAProgramOfOnesOwnKnowsItsSentences(t *testing.T) {
	for name, row := range map[string]struct {
		as, feature string
		args        []string
		code        int
		want        string
	}{
		"list":         {"extended", rainy, []string{"steps", "rains"}, 0, "weather\n  Given/When !  it rains for N hours\n"},
		"lint":         {"extended", rainy, []string{"lint", "."}, 0, ""},
		"dry run":      {"extended", rainy, []string{"run", ".", "--dry-run"}, 0, "rain.feature:3"},
		"misspelt":     {"extended", strings.Replace(rainy, "rains for", "rainz for", 1), []string{"lint", "."}, 3, "it rains for 3 hours"},
		"not tagged":   {"extended", strings.Replace(rainy, "@own-cluster", "@wet", 1), []string{"lint", "."}, 3, "rain.feature:4: "},
		"wrong itself": {"wrong", rainy, []string{"steps"}, 3, `step "rain": the pattern has to match the whole sentence`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "rain.feature"), []byte(row.feature), 0o644); err != nil {
				t.Fatal(err)
			}
			self, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), self, row.args...)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), asProgram+"="+row.as, "NO_COLOR=1", "XDG_STATE_HOME="+dir, "LC_ALL=C")
			output, err := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != row.code || !strings.Contains(string(output), row.want) {
				t.Errorf("exit code %d (%v), want %d and %q in:\n%s", code, err, row.code, row.want, output)
			}
		})
	}
}
