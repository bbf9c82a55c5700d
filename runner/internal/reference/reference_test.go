package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/cli"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/report"
)

func TestTheReferenceIsFresh(t *testing.T) {
	fresh, err := page(cli.Command(), lab.Schema)
	if err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile("../../README.md"); err != nil || string(content) != fresh {
		t.Errorf("runner/README.md is stale: go generate ./runner/... (%v)", err)
	}
}

func TestTheReferenceHasAllCommandsAndKeys(t *testing.T) {
	content, err := page(cli.Command(), lab.Schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\n### gherkube run\n", "\n### gherkube image pull\n", "\n### gherkube lab check\n", "--format stringArray",
		"| `passMark` (required) | integer, 1 to 100 |", "\n### `tasks[].hints[]`\n", "\n### `variables.NAME`\n",
		"`passed=7d failed=30d size=1GiB`", "| `gradescope` |",
	} {
		if !strings.Contains(content, want) {
			t.Errorf("the reference lacks %q", want)
		}
	}
}

func TestEachFormatOfRunsIsExplained(t *testing.T) {
	if have, want := slices.Sorted(maps.Keys(reports)), report.Names(); !slices.Equal(have, want) {
		t.Errorf("explained are %q, there are %q", have, want)
	}
}

var ours = regexp.MustCompile(`"(GHERKUBE_[A-Z]+)"`)

// internal lists the variables that gherkube sets for its own commands.
var internal = []string{"GHERKUBE_ACTION", "GHERKUBE_LINE", "GHERKUBE_SHELL"}

func TestEachVariableOfGherkubeIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, v := range variables {
		listed[v.name] = true
	}
	found := 0
	for _, folder := range []string{"../../../fixtures", "../../../steps", "../.."} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			content, err := os.ReadFile(path)
			for _, match := range ours.FindAllStringSubmatch(string(content), -1) {
				found++
				if !listed[match[1]] && !slices.Contains(internal, match[1]) {
					t.Errorf("%s reads %s, which the reference does not list", path, match[1])
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 3 {
		t.Errorf("only %d variables found", found)
	}
}
