package run_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/run"
)

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// mistake is a user's mistake with the expected message.
type mistake struct {
	name    string
	feature string
	change  func(*run.Options)
	want    []string // lines of the message, from their first character
}

const head = "Feature: f\n"

// mistakes lists what users get wrong on the way to a first feature.
var mistakes = []mistake{
	{"no such file", head, func(o *run.Options) { o.Paths = []string{"missing.feature"} },
		[]string{"missing.feature: no such file or folder"}},
	{"no such folder", head, func(o *run.Options) { o.Paths = nil },
		[]string{"features: no such file or folder"}},
	{"a folder without features", head, func(o *run.Options) { o.Paths = []string{"empty"} },
		[]string{"empty: there is no feature file in this folder"}},
	{"a line of a folder", head, func(o *run.Options) { o.Paths = []string{"empty:3"} },
		[]string{"empty: is a folder: only a feature file has lines"}},
	{"a line without a scenario", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Paths = []string{"x.feature:1"} },
		[]string{"x.feature:1: no scenario stands here; the scenarios of this file begin at 2"}},
	{"a syntax error", "Feature: f\n  Scenario: s\n    Then I pass\n  nonsense\n", nil,
		[]string{"x.feature:4: syntax: 'nonsense' cannot stand here; expected "}},
	{"no heading", "  Scenario: s\n    Then I pass\n", nil,
		[]string{"x.feature:1: syntax: 'Scenario: s' cannot stand here; expected "}},
	{"an unknown language", "# language: xx\nFeature: f\n", nil,
		[]string{"x.feature:1: syntax: Language not supported: xx"}},
	{"a table with ragged rows", head + "  Scenario: s\n    Given I pass\n      | a | b |\n      | a |\n", nil,
		[]string{"x.feature:5: syntax: inconsistent cell count within the table"}},
	{"a line over 64 KiB", head + "  Scenario: s\n    Then I " + strings.Repeat("x", 1<<16) + "\n", nil,
		[]string{"x.feature:3: the line has 65547 bytes: a line of a feature has less than 64 KiB"}},
	{"not UTF-8", head + "  Scenario: \xff\n    Then I pass\n", nil,
		[]string{"x.feature:2: the line is not UTF-8"}},
	{"an empty file", "", nil,
		[]string{"x.feature: the feature has no scenarios"}},
	{"no scenarios", head + "  Only words.\n", nil,
		[]string{"x.feature: the feature has no scenarios"}},
	{"a scenario without steps", head + "  Scenario: s\n", nil,
		[]string{`x.feature:2: Scenario "s" has no steps`}},
	{"an outline without examples", head + "  Scenario Outline: s\n    Then I pass\n", nil,
		[]string{`x.feature:2: Scenario Outline "s" has no Examples`}},
	{"an outline without rows", head + "  Scenario Outline: s\n    Then I <x>\n    Examples:\n      | x |\n", nil,
		[]string{`x.feature:4: the Examples of "s" have no rows`}},
	{"an undefined step", head + "  Scenario: s\n    Then I pas\n", nil,
		[]string{"x.feature:3: undefined step: I pas", "    did you mean: I pass"}},
	{"an undefined step that is like no other", head + "  @disruptive\n  Scenario: s\n    When \"zebra\" eats worker-1 (7 bites)\n", nil,
		[]string{`x.feature:4: undefined step: "zebra" eats worker-1 (7 bites)`, "    no sentence says this", `    a command may say it: I run "kubectl ..."`}},
	{"a time that is too long", head + "  Scenario: s\n    Then within 99h pod \"web\" is Running\n", nil,
		[]string{`x.feature:3: undefined step: within 99h pod "web" is Running`, "    99h is too long: "}},
	{"a time of no unit", head + "  Scenario: s\n    Then within 2 fortnights pod \"web\" is Running\n", nil,
		[]string{`x.feature:3: undefined step: within 2 fortnights pod "web" is Running`, "    2 fortnights is no duration: "}},
	{"an expectation without a time", head + "  Scenario: s\n    Then it rains\n", nil,
		[]string{"x.feature:3: undefined step: it rains", "    an expectation says when: within 30s it rains (or: for ...)"}},
	{"an expectation with another time", head + "  Scenario: s\n    Then within 5 seconds it rains\n", nil,
		[]string{"x.feature:3: undefined step: within 5 seconds it rains", "    did you mean: within 5s it rains"}},
	{"two scenarios of one name", head + "  Scenario: s\n    Then I pass\n  Scenario: s\n    Then I pass\n", nil,
		[]string{`x.feature:4: Scenario "s": the one at line 2 has this name too`}},
	{"a tag that is there twice", "@a\nFeature: f\n  @b @a\n  Scenario: s\n    Then I pass\n", nil,
		[]string{"x.feature:4: the tag @a is there twice"}},
	{"a tag that is mistyped", head + "  @distruptive\n  Scenario: s\n    Then I pass\n", nil,
		[]string{"x.feature:3: the tag @distruptive does nothing; did you mean @disruptive?"}},
	{"a tag whose letters are swapped", head + "  @slwo\n  Scenario: s\n    Then I pass\n", nil,
		[]string{"x.feature:3: the tag @slwo does nothing; did you mean @slow?"}},
	{"a tag of Examples in capitals", head + "  Scenario Outline: s\n    Given I pass <n> times\n    @Slow\n    Examples:\n      | n |\n      | 1 |\n", nil,
		[]string{"x.feature:2: the tag @Slow does nothing; did you mean @slow?"}},
	{"characters that do not show", head + "  Scenario: s\n    Given I pa\u200bss\n", nil,
		[]string{"x.feature:3: undefined step: I pa(U+200B)ss", "    did you mean: I pass"}},
	{"tags of Examples that select nothing", head + "  @a\n  Scenario Outline: s\n    Given I pass <n> times\n    @small\n    Examples:\n      | n |\n      | 1 |\n",
		func(o *run.Options) { o.Tags = "@none" }, []string{"--tags @none selects none of the scenarios; their tags are @a, @small"}},
	{"a tag without its sign", head + "  @a\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Tags = "a" },
		[]string{"--tags a selects none of the scenarios; did you mean @a?"}},
	{"a column that nothing asks for", head + "  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n | m |\n      | 1 | 2 |\n", nil,
		[]string{`x.feature:5: the column "m" is asked for nowhere: write <m> where it belongs`}},
	{"a rule without scenarios", head + "  Scenario: s\n    Then I pass\n  Rule: r\n", nil,
		[]string{`x.feature:4: Rule "r" has no scenarios`}},
	{"a Korean keyword without the space", "# language: ko\n기능: f\n  시나리오: s\n    조건저는 통과합니다\n", nil,
		[]string{`x.feature:4: "조건저는 통과합니다" is taken for a description of 시나리오: put a space after 조건`}},
	{"nothing but slow scenarios", "@slow\nFeature: f\n  Scenario: s\n    Then I pass\n", nil,
		[]string{"nothing is left to run: 1 scenario tagged @slow (--tags @slow runs them)"}},
	{"an ambiguous step", head + "  Scenario: s\n    Given I am of two minds\n", nil,
		[]string{"x.feature:3: ambiguous step: I am of two minds", "    it could be", "      ^I am (?:one|of two minds)$ (trial: ", "      ^I am (?:two|of two minds)$ (trial: "}},
	{"a keyword that the step cannot follow", head + "  Scenario: s\n    Given I pass\n    And I fail\n", nil,
		[]string{`x.feature:4: "I fail" cannot follow Given: it is a Then`}},
	{"And with nothing before it", head + "  Scenario: s\n    And I pass\n", nil,
		[]string{"x.feature:3: And has no step to go on from"}},
	{"a disruption without the tag", head + "  Scenario: s\n    When I injure worker-1\n", nil,
		[]string{`x.feature:3: "I injure worker-1" disrupts the cluster: tag the scenario @disruptive or @own-cluster`}},
	{"a fault on a node that does not exist", head + "  @disruptive\n  Scenario: s\n    When I injure worker-7\n", nil,
		[]string{"x.feature:4: there is no node worker-7: the scenario's cluster has 1 control-plane, 2 workers"}},
	{"a topology that cannot be", head + "  Scenario: s\n    Given a cluster with 9 workers\n", nil,
		[]string{"x.feature:3: topology: 9 workers: a cluster has 0 to 5"}},
	{"a malformed tag expression", head + "  @a\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Tags = "@a and" },
		[]string{`--tags: tag expression "@a and": a tag is missing`}},
	{"godog's own tag expression", head + "  @a\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Tags = "@a && ~@b" },
		[]string{`(write it as "@a and (@b or not @c)")`}},
	{"tags that select nothing", head + "  @a\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Tags = "@b" },
		[]string{"--tags @b selects none of the scenarios; their tags are @a"}},
	{"an unknown format", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Formats = []string{"docx"} },
		[]string{`--format docx: there is no format "docx"; choose of cucumber, html, junit, messages, pretty, progress`}},
	{"a format without its file", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Formats = []string{"junit:"} },
		[]string{"--format junit:: the file's name is missing"}},
	{"two formats to standard output", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Formats = []string{"junit", "pretty"} },
		[]string{"--format pretty: junit goes to standard output already"}},
	{"two formats to one file", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Formats = []string{"junit:r", "messages:r"} },
		[]string{"--format messages:r: junit goes to that file already"}},
	{"a file that cannot be written", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Formats = []string{"junit:nowhere/r.xml"} },
		[]string{"--format junit:nowhere/r.xml: folder nowhere: no such file or directory"}},
	{"an unknown timings profile", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Timings = "slow" },
		[]string{`--timings: timings profile "slow": choose "fast" or "upstream"`}},
	{"timings of a cluster that is up", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Timings, o.Cluster = "fast", "dev" },
		[]string{"--timings and --cluster: the timings of a cluster that is up are its own"}},
	{"a record that is there", head + "  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Record = "full" },
		[]string{"full holds a record already"}},
	{"everything at once", head + "  Scenario: a\n    Then I pas\n  Scenario: b\n", func(o *run.Options) { o.Formats = []string{"docx"} },
		[]string{`--format docx: there is no format "docx"`, "x.feature:3: undefined step: I pas", "    did you mean: I pass", `x.feature:4: Scenario "b" has no steps`}},
}

// TestBadInput checks that each mistake is reported once, with its line, before
// anything starts.
func TestBadInput(t *testing.T) {
	for _, row := range mistakes {
		t.Run(row.name, func(t *testing.T) {
			log := &platformLog{}
			change := func(o *run.Options) {
				write(t, "empty/readme", "no features here")
				write(t, "full/plan.json", "{}")
				o.Platform = fake(log)
				if row.change != nil {
					row.change(o)
				}
			}
			o := executed(t, t.Context(), row.feature, change)
			if o.code != 3 || o.err == nil {
				t.Fatalf("code %d, error %v", o.code, o.err)
			}
			if len(log.calls) > 0 || exists("record") {
				t.Errorf("something was touched: %q", log.calls)
			}
			compare(t, strings.Split(o.err.Error(), "\n"), row.want)
		})
	}
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if !strings.Contains(got[i], want[i]) {
			t.Errorf("line %d: %q, want %q", i+1, got[i], want[i])
		}
	}
	if len(got) < len(want) || len(got) > len(want)+2 {
		t.Errorf("got %d lines, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
}
