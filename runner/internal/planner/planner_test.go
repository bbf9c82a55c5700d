package planner_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/golden"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

const book = "testdata/book.feature"

func planned(t *testing.T, r planner.Request) *plan.Plan {
	t.Helper()
	p, err := planner.Make(r, &trial.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestThePlanIsPrinted checks the plan that users see before anything starts.
func TestThePlanIsPrinted(t *testing.T) {
	requests := map[string]planner.Request{
		"all":      {Paths: []string{book}, Versions: []plan.Version{{Name: "gherkube", Version: "v0.1.0"}, {Name: "kubernetes", Version: "v1.36.3"}}},
		"narrowed": {Paths: []string{book}, Tags: "@rain and not @flood", Timings: "upstream"},
		"named":    {Paths: []string{book + ":30"}, Cluster: "my dev"},
	}
	for name, request := range requests {
		t.Run(name, func(t *testing.T) {
			var first, second bytes.Buffer
			for _, out := range []*bytes.Buffer{&first, &second} {
				if err := planned(t, request).Write(out); err != nil {
					t.Fatal(err)
				}
			}
			if first.String() != second.String() {
				t.Error("the same request gives two plans")
			}
			golden.Assert(t, first.String(), name+".plan")
		})
	}
}

func TestLinesAndTagsSelect(t *testing.T) {
	all := []string{"8", "19", "20", "25", "30", "34"}
	rows := []struct {
		name, args, tags string
		want             []string // locations of the scenarios
	}{
		{"a file", "", "", all},
		{"a heading", ":8", "", []string{"8"}},
		{"a step", ":9", "", []string{"8"}},
		{"a tag", ":7", "", []string{"8"}},
		{"an outline's heading is all its rows", ":13", "", []string{"19", "20", "25"}},
		{"a row", ":20", "", []string{"20"}},
		{"the heading of one table", ":22", "", []string{"25"}},
		{"a scenario in a rule", ":30", "", []string{"30"}},
		{"two lines", ":20:8", "", []string{"8", "20"}},
		{"a tag of the feature", "", "@book", all},
		{"a tag of a table", "", "@flood", []string{"25"}},
		{"not", "", "not @rain", []string{"8", "30", "34"}},
		{"or, and, parentheses", "", "(@sun or @rain) and not @flood", []string{"8", "19", "20"}},
		{"lines and tags", ":13", "@flood", []string{"25"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			var got []string
			for _, s := range planned(t, planner.Request{Paths: []string{book + row.args}, Tags: row.tags}).Scenarios {
				got = append(got, strings.TrimPrefix(s.ID, book+":"))
			}
			if !slices.Equal(got, row.want) {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

func TestARowCanBeRunAgainByItsID(t *testing.T) {
	p := planned(t, planner.Request{Paths: []string{book}, Timings: "upstream"})
	if got := p.RepeatOne(p.Scenarios[2]); got != "gherkube run testdata/book.feature:20 --timings upstream" {
		t.Errorf("got %q", got)
	}
}

func TestTheOrderIsThatOfTheArguments(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b", "a", "testdata/c", "_d/d", ".e/e"} {
		path := filepath.Join(dir, name+".feature")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Feature: "+name+"\n  Scenario: s\n    Then I pass\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	rows := map[string][]string{
		".":                      {"a", "b"},
		"b.feature .":            {"b", "a"},
		"./b.feature b.feature":  {"b"},
		"testdata":               {"testdata/c"},
		"_d/d.feature a.feature": {"_d/d", "a"},
	}
	for args, want := range rows {
		var got []string
		for _, s := range planned(t, planner.Request{Paths: strings.Fields(args)}).Scenarios {
			got = append(got, strings.TrimSuffix(s.File, ".feature"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", args, got, want)
		}
	}
}
