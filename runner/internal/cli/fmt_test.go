package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	untidyFeature = "Feature: f\nScenario: s\n  Given a table:\n  |a|\n  |가나|\n"
	tidyFeature   = "Feature: f\n\n  Scenario: s\n    Given a table:\n      | a    |\n      | 가나 |\n"
)

func TestFmt(t *testing.T) {
	rows := map[string]struct {
		args, content  string
		code           int
		stdout, stderr string // prefixes of both
		left           string // the file's content afterwards
	}{
		"written":         {"fmt x.feature", untidyFeature, 0, "x.feature\n", "", tidyFeature},
		"formatted":       {"fmt x.feature", tidyFeature, 0, "", "", tidyFeature},
		"a folder":        {"fmt .", untidyFeature, 0, "x.feature\n", "", tidyFeature},
		"check":           {"fmt --check x.feature", untidyFeature, 3, "", "x.feature:2: not formatted: run gherkube fmt\n", untidyFeature},
		"check, fine":     {"fmt --check x.feature", tidyFeature, 0, "", "", tidyFeature},
		"check and diff":  {"fmt --check --diff x.feature", untidyFeature, 3, "--- x.feature\n+++ x.feature (formatted)\n", "x.feature:2: ", untidyFeature},
		"diff":            {"fmt --diff x.feature", untidyFeature, 0, "--- x.feature\n", "", untidyFeature},
		"bad input":       {"fmt .", "Feature: f\n  Scenario: s\n    Given a\n    huh\n", 3, "", "x.feature:4: syntax: 'huh' cannot stand here", "Feature: f\n  Scenario: s\n    Given a\n    huh\n"},
		"with a line":     {"fmt x.feature:2", untidyFeature, 3, "", "x.feature:2: fmt formats whole files", untidyFeature},
		"missing":         {"fmt y.feature", untidyFeature, 3, "", "y.feature: no such file or folder", untidyFeature},
		"- and files":     {"fmt - x.feature", untidyFeature, 3, "", "- is standard input", untidyFeature},
		"undefined steps": {"fmt x.feature", "Feature: f\n  Scenario: s\n   Given the moon is full", 0, "x.feature\n", "", "Feature: f\n\n  Scenario: s\n    Given the moon is full\n"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			cmd := program(t, strings.Fields(row.args)...)
			put(t, cmd, "x.feature", row.content)
			got := end(t, cmd)
			if got.code != row.code || !strings.HasPrefix(got.stdout, row.stdout) || !strings.HasPrefix(got.stderr, row.stderr) || row.stderr == "" && got.stderr != "" {
				t.Errorf("%+v", got)
			}
			if left, _ := os.ReadFile(filepath.Join(cmd.Dir, "x.feature")); string(left) != row.left {
				t.Errorf("left %q", left)
			}
		})
	}
}

func TestFmtOfStandardInput(t *testing.T) {
	rows := map[string]struct {
		args, content  string
		code           int
		stdout, stderr string
	}{
		"formatted": {"fmt -", untidyFeature, 0, tidyFeature, ""},
		// Output for programs keeps control characters, even those that control a
		// terminal.
		"escapes": {"fmt -", "Feature: \x1b[31mred", 0, "Feature: \x1b[31mred\n", ""},
		"check":   {"fmt --check -", untidyFeature, 3, "", "-:2: not formatted: run gherkube fmt\n"},
		"wrong":   {"fmt -", "Scenario: s", 3, "", "-:1: syntax: "},
		"empty":   {"fmt -", "", 0, "", ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			cmd := program(t, strings.Fields(row.args)...)
			cmd.Stdin = strings.NewReader(row.content)
			got := end(t, cmd)
			if got.code != row.code || got.stdout != row.stdout || !strings.HasPrefix(got.stderr, row.stderr) {
				t.Errorf("%+v", got)
			}
		})
	}
}

// If one file has an error, all files stay unchanged.
func TestFmtChangesNothingIfAFileIsWrong(t *testing.T) {
	cmd := program(t, "fmt", ".")
	put(t, cmd, "a.feature", untidyFeature)
	put(t, cmd, "b.feature", "Scenario: s\n")
	if got := end(t, cmd); got.code != 3 || !strings.HasPrefix(got.stderr, "b.feature:1: syntax: ") {
		t.Errorf("%+v", got)
	}
	if left, _ := os.ReadFile(filepath.Join(cmd.Dir, "a.feature")); string(left) != untidyFeature {
		t.Errorf("left %q", left)
	}
}
