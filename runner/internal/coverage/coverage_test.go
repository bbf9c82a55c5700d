package coverage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/coverage"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

func list(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.md")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func planOf(file string, tags ...string) *plan.Plan {
	p := &plan.Plan{}
	for i, tag := range tags {
		p.Scenarios = append(p.Scenarios, &plan.Scenario{ID: plan.ID(file, i+1), File: file, Line: i + 1, Name: "s", Tags: strings.Fields(tag)})
	}
	return p
}

func TestGaps(t *testing.T) {
	path := list(t, "# Behaviours\n\n- 000-1 it rains\n- 000-10 it pours\n")
	for name, row := range map[string]struct {
		features, negative *plan.Plan
		want               string
	}{
		"none":            {planOf("f", "@a @000-1", "@000-10"), planOf("t", "@000-1 @000-10"), ""},
		"a scenario":      {planOf("f", "@000-1"), planOf("t", "@000-1 @000-10"), path + ":4: 000-10 has no scenario: it pours"},
		"a negative test": {planOf("f", "@000-1 @000-10"), planOf("t", "@000-10"), path + ":3: 000-1 has no negative test: it rains"},
		"a stray":         {planOf("f", "@000-1 @000-10", "@000-2"), nil, "f:2: [000-2]: " + path + " does not list it"},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := coverage.Make(path, row.features, row.negative)
			if err != nil {
				t.Fatal(err)
			}
			got := table.Gaps()
			if (row.want == "") != (got == nil) || got != nil && got.Error() != row.want {
				t.Errorf("got %v, want %q", got, row.want)
			}
		})
	}
}

func TestTheTable(t *testing.T) {
	table, err := coverage.Make(list(t, "- 000-1 it rains\n"), planOf("f.feature", "@000-1"), planOf("d/t.feature"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := table.Write(&out); err != nil {
		t.Fatal(err)
	}
	if want := "000-1  it rains\n         f.feature:1  s\n         negative tests: none\n"; out.String() != want {
		t.Errorf("got:\n%s", out.String())
	}
}

func TestAListWithoutBehaviours(t *testing.T) {
	if _, err := coverage.Make(list(t, "nothing\n"), planOf("f"), nil); err == nil || !strings.Contains(err.Error(), "lists no behaviours") {
		t.Errorf("%v", err)
	}
}
