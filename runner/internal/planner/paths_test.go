package planner_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// TestEachFileIsPlannedOnce names a feature by several paths, including links.
func TestEachFileIsPlannedOnce(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for path, content := range map[string]string{
		"real/x.feature":     "Feature: x\n  Scenario: s\n    Then I pass\n\n  # the end\n\n",
		"real/sub/y.FEATURE": "Feature: y\n  Scenario: s\n    Then I pass\n",
	} {
		if err := errors.Join(os.MkdirAll("real/sub", 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	links := map[string]string{"link": "real", "one.feature": "real/x.feature", "real/sub/back": "../..", "set/real": "../real", "set/a": "../pair/b", "pair/a": "../set", "pair/b": "../pair"}
	if err := errors.Join(os.Mkdir("set", 0o755), os.Mkdir("pair", 0o755)); err != nil {
		t.Fatal(err)
	}
	for name, target := range links {
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string][]string{
		"link":                              {"link/sub/y.FEATURE", "link/x.feature"},
		"set":                               {"set/real/sub/y.FEATURE", "set/real/x.feature"},
		"real/x.feature ./real/x.feature":   {"real/x.feature"},
		"real/x.feature one.feature":        {"real/x.feature"},
		"real/x.feature " + dir + "/real":   {"real/x.feature", dir + "/real/sub/y.FEATURE"},
		"link/x.feature:2 real/x.feature:3": {"link/x.feature"},
	} {
		var got []string
		for _, s := range planned(t, planner.Request{Paths: strings.Fields(args)}).Scenarios {
			got = append(got, s.File)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", args, got, want)
		}
	}
}

// TestLinesWithoutAScenario checks that such lines are rejected, and the valid
// lines listed.
func TestLinesWithoutAScenario(t *testing.T) {
	for line, want := range map[string]string{
		":1":  "testdata/book.feature:1: no scenario stands here; the scenarios of this file begin at 8, 13, 30, 34",
		":11": "testdata/book.feature:11: no scenario stands here",
		":99": "testdata/book.feature:99: the file has 35 lines; its scenarios begin at 8, 13, 30, 34",
	} {
		_, err := planner.Make(planner.Request{Paths: []string{book + line}}, &trial.Vocabulary{})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
}

// TestEveryMistakeIsToldOnce checks that no mistake hides another or causes further
// reports.
func TestEveryMistakeIsToldOnce(t *testing.T) {
	for name, row := range map[string]struct {
		feature string
		want    []string
	}{
		"in a background": {"Feature: f\n  Background:\n    Given I pas\n  Scenario: a\n    Then I pass\n  Scenario: b\n    Then I pass\n",
			[]string{"3: undefined step: I pas\n"}},
		"in a background, filled in otherwise": {"Feature: f\n  Background:\n    Given zebras\n  Scenario: a\n    Then I pass\n  Scenario: b\n    Then I pass\n",
			[]string{"3: undefined step: zebras\n"}},
		"a mistyped heading first": {"Feture: f\n  Scenario: a\n    Then I pas\n  Scenario: b\n    Then I fial\n",
			[]string{"1: syntax: 'Feture: f' cannot stand here; expected", "3: undefined step: I pas", "5: undefined step: I fial"}},
		"a heading that is missing": {"  Scenario: a\n    Then I pas\n  nonsense\n",
			[]string{"1: syntax: 'Scenario: a' cannot stand here", "3: syntax: 'nonsense' cannot stand here"}},
		"an unknown language": {"# language: xx\nFeature: f\n  Scenario: a\n    Then I pas\n",
			[]string{"1: syntax: Language not supported: xx", "4: undefined step: I pas"}},
		"the language of the file": {"기능: f\n  시나리오: a\n    그러면 저는 통과합니다\n",
			[]string{`1: syntax: '기능: f' cannot stand here; expected the end of the file, a language comment, tags or Feature:; write "# language: ko" above the feature and its tags`}},
		"after tags": {"Feature: f\n  @a\n  words\n  Scenario: a\n    Then I pass\n  nonsense\n",
			[]string{"3: syntax: 'words' cannot stand here", "6: syntax: 'nonsense' cannot stand here"}},
		"a background after a scenario": {"Feature: f\n  Scenario: a\n    Then I pass\n  Background:\n    Given I pass\n",
			[]string{"4: syntax: 'Background:' cannot stand here"}},
		"a doc string that is not closed": {"Feature: f\n  Scenario: a\n    Then I pass\n      \"\"\"\n  Scenario: b\n    Then I pass\n",
			[]string{`7: syntax: the file ends within the doc string that begins on line 4: close it with a line of """`}},
		"tags at the end": {"Feature: f\n  Scenario: a\n    Then I pass\n  @a\n",
			[]string{"5: syntax: the file ends too early; expected tags"}},
	} {
		t.Run(name, func(t *testing.T) {
			problems := problemsOf(t, row.feature)
			if len(problems) != len(row.want) {
				t.Fatalf("got %q, want %q", problems, row.want)
			}
			for i, want := range row.want {
				if !strings.HasPrefix(problems[i], "x.feature:"+want) {
					t.Errorf("got %q, want %q", problems[i], want)
				}
			}
		})
	}
}

// TestNamesWithinRules checks that scenarios of different rules may have the same
// name.
func TestNamesWithinRules(t *testing.T) {
	const rules = "Feature: f\n  Rule: a\n    Scenario: s\n      Then I pass\n  Rule: b\n    Scenario: s\n      Then I pass\n"
	if problems := problemsOf(t, rules); problems != nil {
		t.Errorf("%q", problems)
	}
	same := refused{"the same rule", rules + "    Scenario: s\n      Then I pass\n", []string{`8: Scenario "s": the one at line 6 has this name too`}}
	same.check(t)
}

// TestAFeatureIsARegularFile names a pipe, and a folder with one: opening it would wait for
// ever.
func TestAFeatureIsARegularFile(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := errors.Join(syscall.Mkfifo("p.feature", 0o600), os.WriteFile("x.feature", []byte("Feature: x\n  Scenario: s\n    Then I pass\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"p.feature", "."} {
		_, err := planner.Make(planner.Request{Paths: []string{path}}, &trial.Vocabulary{})
		if err == nil || err.Error() != "p.feature: not a regular file" {
			t.Errorf("%s: got %v", path, err)
		}
	}
	planned(t, planner.Request{Paths: []string{"x.feature"}}) // looks for phrases in the folder
}
