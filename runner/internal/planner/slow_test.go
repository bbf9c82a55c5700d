package planner_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
)

func TestSlowScenariosRunWhenTheyAreAskedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.feature")
	feature := "Feature: f\n  @slow\n  Scenario: a\n    Then I pass\n  Scenario: b\n    Then I pass\n"
	if err := os.WriteFile(path, []byte(feature), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		request planner.Request
		want    int
		leftOut string
	}{
		"not asked for": {planner.Request{Paths: []string{path}}, 1, "Left out: 1 scenario tagged @slow (--tags @slow runs them)\n"},
		"by the tag":    {planner.Request{Paths: []string{path}, Tags: "@slow"}, 1, ""},
		"by a line":     {planner.Request{Paths: []string{path + ":3:6"}}, 2, ""},
		"all":           {planner.Request{Paths: []string{path}, Slow: true}, 2, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := planned(t, row.request)
			var out bytes.Buffer
			if err := p.Write(&out); err != nil {
				t.Fatal(err)
			}
			if len(p.Scenarios) != row.want || !strings.Contains(out.String(), row.leftOut) || (row.leftOut == "") == strings.Contains(out.String(), "Left out") {
				t.Errorf("%d scenarios:\n%s", len(p.Scenarios), out.String())
			}
		})
	}
}
