package cli

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/run"
)

const selectorLab = "../../../labs/service-selector"

// TestOnlyNamesWhatALabHas runs without clusters.
func TestOnlyNamesWhatALabHas(t *testing.T) {
	for only, want := range map[string]string{
		"wrong/template-hsh": "--only wrong/template-hsh: no such submission; did you mean wrong/template-hash?",
		"template-hash":      "--only template-hash: no such submission; did you mean wrong/template-hash?",
		"solution/":          "did you mean solution?",
		"soluton":            "did you mean solution?",
		"x":                  "there are emptied, right/",
	} {
		got := onSecondDay("lab verify " + selectorLab + " --only solution --only " + only)
		if got.code != run.CodeInput || !strings.Contains(got.stderr, want) {
			t.Errorf("%s: want %q: %+v", only, want, got)
		}
	}
}

// TestWhatOnlyLeavesOutIsTold checks that a partial verification says what it left
// out.
func TestWhatOnlyLeavesOutIsTold(t *testing.T) {
	for line, want := range map[string]string{
		"--only solution": "Not verified, because --only excludes it: untouched, emptied, right/",
		"":                "",
	} {
		got := onSecondDay("lab verify " + selectorLab + " " + line + " --record " + t.TempDir())
		if !strings.Contains(got.stdout, want) || want == "" && strings.Contains(got.stdout, "Not verified") {
			t.Errorf("%q: %+v", line, got)
		}
	}
}

func TestOnlyIsCompleted(t *testing.T) {
	got := onSecondDay("__complete lab verify " + selectorLab + " --only wrong/t")
	if !strings.Contains(got.stdout, "wrong/template-hash") || !strings.Contains(got.stdout, "solution") {
		t.Errorf("%+v", got)
	}
}
