package planner_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// refused is a feature whose author meant more than Gherkin reads, and the expected
// errors.
type refused struct {
	name    string
	feature string
	want    []string // LINE: what the problem says
}

const scenario = "  Scenario: s\n    Then I pass\n"

var lostSteps = []refused{
	{"a mistyped keyword", "Feature: f\n  Scenario: s\n    Givne I pass\n    Then I pass\n", []string{`3: "Givne I pass" is taken for a description of Scenario`}},
	{"a mistyped keyword and sentence", "Feature: f\n  Scenario: s\n    Givne zebras\n    Then I pass\n", []string{`3: "Givne zebras"`}},
	{"a lower-case keyword", "Feature: f\n  Scenario: s\n    given I pass\n    Then I pass\n", []string{`3: "given I pass"`}},
	{"a lower-case keyword and a mistyped sentence", "Feature: f\n  Scenario: s\n    given a cluster with two workers\n    Then I pass\n", []string{`3: "given a cluster with two workers"`}},
	{"a keyword in capitals", "Feature: f\n  Scenario: s\n    GIVEN zebras\n    Then I pass\n", []string{`3: "GIVEN zebras"`}},
	{"a tab after the keyword", "Feature: f\n  Scenario: s\n    Given\tI pass\n    Then I pass\n", []string{`3: "Given\tI pass"`}},
	{"a no-break space after the keyword", "Feature: f\n  Scenario: s\n    Given\u00a0I pass\n    Then I pass\n", []string{`3: "Given\u00a0I pass"`}},
	{"an ideographic space after the keyword", "# language: ko\n기능: f\n  시나리오: s\n    조건\u3000저는 통과합니다\n    그러면 저는 통과합니다\n", []string{`4: "조건\u3000저는 통과합니다"`}},
	{"a zero-width space before the keyword", "Feature: f\n  Scenario: s\n    \u200bGiven I pass\n    Then I pass\n", []string{`3: "Given I pass"`}},
	{"a colon after the keyword", "Feature: f\n  Scenario: s\n    Given: zebras\n    Then I pass\n", []string{`3: "Given: zebras"`}},
	{"no space after the keyword", "Feature: f\n  Scenario: s\n    GivenI pass\n    Then I pass\n", []string{`3: "GivenI pass"`}},
	{"a keyword alone", "Feature: f\n  Scenario: s\n    Given\n    Then I pass\n", []string{`3: "Given"`}},
	{"a keyword of another language", "Feature: f\n  Scenario: s\n    Angenommen I pass\n    Then I pass\n", []string{`3: "Angenommen I pass"`}},
	{"a keyword of two words", "Feature: f\n  Scenario: s\n    Etant donné I pass\n    Then I pass\n", []string{`3: "Etant donné I pass"`}},
	{"a Korean keyword in an English feature", "Feature: f\n  Scenario: s\n    만일 저는 통과합니다\n    Then I pass\n", []string{`3: "만일 저는 통과합니다"`}},
	{"an English keyword in a Korean feature", "# language: ko\n기능: f\n  시나리오: s\n    Given I pass\n    그러면 저는 통과합니다\n", []string{`4: "Given I pass"`}},
	{"no keyword", "Feature: f\n  Scenario: s\n    I pass\n    Then I pass\n", []string{`3: "I pass"`}},
	{"no keyword, and a full stop", "Feature: f\n  Scenario: s\n    I pass.\n    Then I pass\n", []string{`3: "I pass."`}},
	{"a dash for a bullet", "Feature: f\n  Scenario: s\n    - Given I pass\n    Then I pass\n", []string{`3: "- Given I pass"`}},
	{"a number", "Feature: f\n  Scenario: s\n    1. I pass\n    Then I pass\n", []string{`3: "1. I pass"`}},
	{"in a background", "Feature: f\n  Background:\n    Gvien I pass\n    Given I pass\n" + scenario, []string{`3: "Gvien I pass" is taken for a description of Background`}},
	{"in a feature", "Feature: f\n  Given I pass\n" + scenario, []string{`2: "Given I pass" is taken for a description of Feature`}},
	{"a bullet in a feature", "Feature: f\n  * I pass\n" + scenario, []string{`2: "* I pass"`}},
	{"in a rule", "Feature: f\n  Rule: r\n    Given I pass\n" + scenario, []string{`3: "Given I pass" is taken for a description of Rule`}},
	{"before an examples table", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      Then zebras\n      | n |\n      | 1 |\n", []string{`5: "Then zebras" is taken for a description of Examples: a step stands before Examples`}},
	{"a comment before it", "Feature: f\n  Scenario: s\n    # soon\n\n    Given\tI pass\n    Then I pass\n", []string{`5: "Given\tI pass"`}},
	{"the only step", "Feature: f\n  Scenario: s\n    given I pass\n", []string{`3: "given I pass"`}},
	{"within a doc string that is not closed", "Feature: f\n  Scenario: s\n    Given I pass\n      \"\"\"\n      a\n      ```\n    Then I fail\n      \"\"\"\n", []string{`7: this step stands within the doc string that begins on line 4`, `3:`}},
	{"a parenthesis after the keyword", "Feature: f\n  Scenario: s\n    Given(I pass)\n    Then I pass\n", []string{`3: "Given(I pass)"`}},
	{"a quote after the keyword", "Feature: f\n  Scenario: s\n    Given\"I pass\"\n    Then I pass\n", []string{`3: "Given\"I pass\"" is taken for a description of Scenario: put a space after Given`}},
	{"a quote after the keyword, and a mistyped sentence", "Feature: f\n  Scenario: s\n    When\"zebras\n    Then I pass\n", []string{`3: "When\"zebras"`}},
	{"curly quotes", "Feature: f\n  Scenario: s\n    Given“I pass”\n    Then I pass\n", []string{`3: "Given“I pass”"`}},
	{"parentheses of an East Asian keyboard", "Feature: f\n  Scenario: s\n    Given（I pass）\n    Then I pass\n", []string{`3: "Given（I pass）"`}},
	{"brackets around the keyword", "Feature: f\n  Scenario: s\n    [Given] I pass\n    Then I pass\n", []string{`3: "[Given] I pass"`}},
	{"a semicolon after the keyword", "Feature: f\n  Scenario: s\n    Given;I pass\n    Then I pass\n", []string{`3: "Given;I pass"`}},
	{"full-width letters", "Feature: f\n  Scenario: s\n    Ｇｉｖｅｎ zebras\n    Then I pass\n", []string{`3: "Ｇｉｖｅｎ zebras"`}},
	{"a bullet with no space", "Feature: f\n  Scenario: s\n    *I pass\n    Then I pass\n", []string{`3: "*I pass"`}},
	{"a bullet of an East Asian keyboard", "Feature: f\n  Scenario: s\n    ＊ I pass\n    Then I pass\n", []string{`3: "＊ I pass"`}},
	{"a box to tick", "Feature: f\n  Scenario: s\n    - [ ] Given I pass\n    Then I pass\n", []string{`3: "- [ ] Given I pass"`}},
	{"a comment of C", "Feature: f\n  Scenario: s\n    /* Given I pass */\n    Then I pass\n", []string{`3: "/* Given I pass */"`}},
	{"a word and a colon before it", "Feature: f\n  Scenario: s\n    Step 1: I pass\n    Then I pass\n", []string{`3: "Step 1: I pass"`}},
	{"a Korean keyword with a particle", "# language: ko\n기능: f\n  시나리오: s\n    만일에 저는 통과합니다\n    그러면 저는 통과합니다\n", []string{`4: "만일에 저는 통과합니다"`}},
	{"Korean quotes after the keyword", "# language: ko\n기능: f\n  시나리오: s\n    만일에「저는 통과합니다」\n    그러면 저는 통과합니다\n", []string{`4: "만일에「저는 통과합니다」"`}},
	{"Korean letters that were taken apart", "# language: ko\n기능: f\n  시나리오: s\n    \u1106\u1165\u11ab\u110c\u1165 저는 통과합니다\n    그러면 저는 통과합니다\n", []string{`4: `}},
	{"as the name of the scenario", "Feature: f\n  Scenario: Given I pass 2 times\n    Then I pass\n", []string{`2: "Given I pass 2 times" is the name of the Scenario and no step`}},
	{"as the name of the background", "Feature: f\n  Background: Given I pass 2 times\n    Given I pass\n" + scenario, []string{`2: "Given I pass 2 times" is the name of the Background`}},
	{"as the name of the feature", "Feature: Given I pass 2 times\n" + scenario, []string{`1: "Given I pass 2 times" is the name of the Feature`}},
	{"a comment behind it", "Feature: f\n  Scenario: s\n    I pass # by us\n    Then I pass\n", []string{`3: "I pass # by us"`}},
	{"a remark behind it", "Feature: f\n  Scenario: s\n    I pass (by us)\n    Then I pass\n", []string{`3: "I pass (by us)"`}},
	{"a tag without its @", "Feature: f\n  disruptive\n  Scenario: s\n    Then I pass\n", []string{`2: "disruptive" is taken for a description of Feature: write @ before a tag`}},
}

var lostHeadings = []refused{
	{"mistyped", "Feature: f\n  Senario: a\n" + scenario, []string{`2: "Senario: a" is taken for a description: write "Scenario:"`}},
	{"swapped letters", "Feature: f\n  Sceanrio: a\n" + scenario, []string{`2: "Sceanrio: a"`}},
	{"lower case", "Feature: f\n  scenario: a\n" + scenario, []string{`2: "scenario: a"`}},
	{"a space before the colon", "Feature: f\n  Scenario : a\n" + scenario, []string{`2: "Scenario : a"`}},
	{"a colon of an East Asian keyboard", "# language: ko\n기능: f\n  배경：\n  시나리오: s\n    그러면 저는 통과합니다\n", []string{`3: "배경：" is taken for a description: write "배경:"`}},
	{"an outline", "Feature: f\n  Scenario Outlin: a\n" + scenario, []string{`2: "Scenario Outlin: a" is taken for a description: write "Scenario Outline:"`}},
	{"a background", "Feature: f\n  Backgroud:\n" + scenario, []string{`2: "Backgroud:"`}},
	{"examples", "Feature: f\n  Scenario: s\n    Exampels:\n    Then I pass\n", []string{`3: "Exampels:"`}},
	{"a rule", "Feature: f\n  Rule : a\n" + scenario, []string{`2: "Rule : a"`}},
	{"a background within a scenario", "Feature: f\n  Scenario: s\n    Background:\n    Given I pass\n", []string{`3: "Background:"`}},
	{"a feature within a feature", "Feature: f\n  Feature: g\n" + scenario, []string{`2: "Feature: g"`}},
	{"a dash for the colon", "Feature: f\n  Scenario - a\n" + scenario, []string{`2: "Scenario - a" is taken for a description: write "Scenario:"`}},
	{"no colon", "Feature: f\n  Background\n" + scenario, []string{`2: "Background"`}},
	{"Korean in an English feature", "Feature: f\n  시나리오: a\n" + scenario, []string{`2: "시나리오: a" is taken for a description: write "시나리오:" in the language of the feature (# language: en)`}},
	{"English in a Korean feature", "# language: ko\n기능: f\n  Scenario: a\n  시나리오: s\n    그러면 저는 통과합니다\n", []string{`3: "Scenario: a"`}},
	{"a letter of a Korean syllable", "# language: ko\n기능: f\n  규착: r\n  시나리오: s\n    그러면 저는 통과합니다\n", []string{`3: "규착: r" is taken for a description: write "규칙:"`}},
	{"mistyped Korean", "# language: ko\n기능: f\n  시나리요: a\n  시나리오: s\n    그러면 저는 통과합니다\n", []string{`3: "시나리요: a" is taken for a description: write "시나리오:"`}},
}

var lostParts = []refused{
	{"a table row in a description", "Feature: f\n  Scenario: s\n    | a |\n    Then I pass\n", []string{"3: a table row in the description of Scenario is lost"}},
	{"a doc string in a description", "Feature: f\n  Scenario: s\n    \"\"\"\n    a\n    \"\"\"\n    Then I pass\n", []string{"3: a doc string in the description of Scenario is lost", "5: a doc string"}},
	{"text after the end of a doc string", "Feature: f\n  Scenario: s\n    Then I pass\n      \"\"\"\n      a\n      \"\"\"b\n", []string{`6: "b" after the """ that closes the doc string is lost`, "3:"}},
	{"a cell without its bar", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n | m\n      | 1 | 2\n", []string{`5: "m" after the last | of the row is lost`, `6: "2"`}},
	{"a bar that is escaped", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 | 2 \\|\n", []string{`6: "2 \\|" after the last |`}},
	{"a table and a doc string", "Feature: f\n  Scenario: s\n    Then I pass\n      | a |\n      \"\"\"\n      \"\"\"\n", []string{"3: the step has a table and a doc string", "3:"}},
	{"text behind the start of a doc string", "Feature: f\n  Scenario: s\n    When I note:\n      \"\"\"some text\n      more\n      \"\"\"\n    Then I pass\n", []string{`4: "some text" after the """ that opens the doc string is lost`}},
	{"a row without its first bar", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      1 | 2 |\n      | n |\n      | 1 |\n", []string{"5: a table row in the description of Examples is lost"}},
	{"a line under the heading of a table", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n  |\n      |----|\n      | 12 |\n", []string{"6: this line is a row of the table", "3: undefined step"}},
	{"a table in a table", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 |\n\n      | n |\n      | 2 |\n", []string{"8: this row is the heading once more", "3: undefined step"}},
	{"the mark of a conflict", "Feature: f\n<<<<<<< HEAD\n" + scenario + ">>>>>>> x\n", []string{"2: the line marks a conflict", "5: the line marks a conflict"}},
	{"a tag behind a name", "Feature: f\n  Scenario: s @disruptive\n    Then I pass\n", []string{"2: the tag @disruptive is a part of the name"}},
	{"a tag behind a dash", "Feature: f\n  -@slow\n" + scenario, []string{"2: the tags in the description of Feature are lost"}},
	{"a tag behind a no-break space", "Feature: f\n\u00a0@disruptive @a\n" + scenario, []string{"2: the tags in the description of Feature are lost"}},
	{"a tag with a comma", "Feature: f\n  @a, @b\n" + scenario, []string{`2: the tag @a, ends with ","`}},
	{"a tag with a no-break space", "Feature: f\n  @a\u00a0b\n" + scenario, []string{`2: the tag "@a\u00a0b" contains a space`}},
	{"a tag with a placeholder", "Feature: f\n  @<n>\n" + scenario, []string{"2: the tag @<n> contains a placeholder"}},
	{"a background without steps", "Feature: f\n  Background:\n" + scenario, []string{"2: Background has no steps"}},
	{"a misspelt language", "# langauge: en-old\nFeature: f\n" + scenario, []string{`1: this comment does not set the language: write "# language: en-old"`}},
	{"a language after the heading", "Feature: f\n# language: ko\n" + scenario, []string{`2: this comment does not set the language`}},
	{"two languages", "# language: en\n# language: ko\nFeature: f\n" + scenario, []string{`2: this comment does not set the language`}},
	{"a carriage return within a line", "Feature: f\n  Scenario: s\n    Given I pass\r    Then I fail\n", []string{"3: the line contains a carriage return"}},
	{"a line separator", "Feature: f\n  Prose.\u2028Scenario: a\n" + scenario, []string{"2: the line contains a line separator"}},
	{"a form feed", "Feature: f\n\f" + scenario, []string{"2: the line contains a form feed"}},
	{"a NUL", "Feature: f\x00\n" + scenario, []string{"1: the line contains a NUL"}},
	{"a disruptive scenario that disrupts nothing", "Feature: f\n  @disruptive\n" + scenario, []string{`3: Scenario "s" is tagged @disruptive and disrupts nothing`}},
}

// TestNothingIsLost checks that lint reports everything that Gherkin and godog
// silently drop, with its line.
func TestNothingIsLost(t *testing.T) {
	for topic, rows := range map[string][]refused{"steps": lostSteps, "headings": lostHeadings, "parts": lostParts, "placeholders": lostPlaceholders} {
		for _, row := range rows {
			t.Run(topic+"/"+row.name, func(t *testing.T) { row.check(t) })
		}
	}
}

func (r refused) check(t *testing.T) {
	problems := problemsOf(t, r.feature)
	if len(problems) != len(r.want) {
		t.Fatalf("got %q, want %q", problems, r.want)
	}
	for _, want := range r.want {
		found := false
		for _, p := range problems {
			found = found || strings.HasPrefix(p, "x.feature:"+want)
		}
		if !found {
			t.Errorf("got %q, want %q", problems, want)
		}
	}
}

func problemsOf(t *testing.T, content string) []string {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.feature", []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := planner.Make(planner.Request{Paths: []string{"x.feature"}}, &trial.Vocabulary{})
	var wrong *input.Error
	if err == nil || !errors.As(err, &wrong) {
		return nil
	}
	var all []string
	for _, p := range wrong.Problems {
		all = append(all, p.String())
	}
	return all
}

var lostPlaceholders = []refused{
	{"no such column", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    When I injure <m>\n    Examples:\n      | n |\n      | 1 |\n", []string{"4: <m> is not filled in: the columns are n", "4: undefined step"}},
	{"no examples", "Feature: f\n  Scenario: s\n    Then I pass\n      \"\"\"\n      <n>\n      \"\"\"\n", []string{"5: <n> is not filled in: the scenario has no Examples", "3:"}},
	{"in a table", "Feature: f\n  Scenario: s\n    Then I pass\n      | <n> |\n", []string{"4: <n> is not filled in", "3:"}},
	{"in a media type", "Feature: f\n  Scenario: s\n    Then I pass\n      \"\"\"<n>\n      \"\"\"\n", []string{"4: <n> is not filled in", "3:"}},
	{"in a name", "Feature: f\n  Scenario Outline: <m>\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 |\n", []string{"2: <m> is not filled in"}},
	{"in a background", "Feature: f\n  Background:\n    Given I pass <n> times\n  Scenario Outline: <n>\n    Then I pass\n    Examples:\n      | n |\n      | 1 |\n", []string{"3: <n> is not filled in: Examples fill in the scenario only", "3: undefined step"}},
	{"a second table without the column", "Feature: f\n  Scenario Outline: <m>\n    Given I pass <n> times\n    Examples:\n      | n | m |\n      | 1 | 2 |\n    Examples:\n      | m |\n      | 3 |\n", []string{`8: these Examples lack the column "n"`, "3: undefined step"}},
	{"a column twice", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n | n |\n      | 1 | 2 |\n", []string{`5: the column "n" is there twice`}},
	{"a column without a name", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |   |\n      | 1 | 2 |\n", []string{`5: column 2 has no name`}},
	{"a column that nothing asks for", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n | m |\n      | 1 | 2 |\n", []string{`5: the column "m" is asked for nowhere`}},
	{"a row that differs in nothing", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 |\n      | 1 |\n", []string{"7: this row does what the one on line 6 does"}},
	{"a column that only the name asks for", "Feature: f\n  Scenario Outline: <n>\n    Given I pass {n} times\n    Examples:\n      | n |\n      | 1 |\n      | 2 |\n", []string{"7: this row does what the one on line 6 does", "3: undefined step"}},
	{"one of two tables without rows", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 |\n    Examples:\n      | n |\n", []string{`7: the Examples of "s" have no rows`}},
	{"examples without a table", "Feature: f\n  Scenario Outline: s\n    Given I pass <n> times\n    Examples:\n      | n |\n      | 1 |\n    Examples: later\n", []string{`7: the Examples of "s" have no rows`}},
	{"spaces within the brackets", "Feature: f\n  Scenario Outline: <n>\n    Given I pass < n > times\n    Examples:\n      | n |\n      | 1 |\n", []string{"3: < n > is not filled in: write <n>", "3: undefined step"}},
	{"a bracket that is missing", "Feature: f\n  Scenario Outline: <n>\n    Given I pass <n times\n    Examples:\n      | n |\n      | 1 |\n", []string{"3: <n is not filled in: write <n>", "3: undefined step"}},
	{"brackets of an East Asian keyboard", "Feature: f\n  Scenario Outline: <n>\n    Given I pass ＜n＞ times\n    Examples:\n      | n |\n      | 1 |\n", []string{"3: ＜n＞ is not filled in: write <n>", "3: undefined step"}},
	{"a value with a placeholder", "Feature: f\n  Scenario Outline: <m>\n    Given I pass <n> times\n    Examples:\n      | n   | m |\n      | <m> | 2 |\n", []string{`6: the value "<m>" contains <m>`}},
	{"a column with a letter wrong", "Feature: f\n  Scenario Outline: <a.b>\n    Given I pass <a,b> times\n    Examples:\n      | a.b |\n      | 1   |\n", []string{"3: <a,b> is not filled in", "3: undefined step"}},
	{"another case", "Feature: f\n  Scenario Outline: <n>\n    Given I pass <N> times\n    Examples:\n      | n |\n      | 1 |\n", []string{"3: <N> is not filled in", "3: undefined step"}},
}

// TestWhatIsMeantPasses checks that lint accepts what only looks like a mistake.
func TestWhatIsMeantPasses(t *testing.T) {
	for name, feature := range map[string]string{
		"prose": `Feature: f
  Given that nodes fail, somebody has to notice. When a pod dies, another one
  comes. And then it goes on.
  When the cluster is up: everything runs. Rules: none.
  Role: admin. "Given I pass" is a sentence, and so is I pass.
  The scenario: a story. See also https://example.com.
  > Given I pass
  > Scenario: a
  > | a |
  Whenever a pod dies, another comes; "Given" is a keyword. And/or another.
  *Important*: mail @operators or me@example.com. Then... nothing. When(ever).
  - Given the choice, take the other
  a | b
  Butter is no keyword. Rule - of thumb.
  # a comment between the lines
  the end of the
  feature

  Scenario: When I pass, for mail to me@example.com
    The rest is looked at, and then all is well.
    Then I pass
`,
		"prose that begins with a keyword": `Feature: f
  Then, and only then, it is over.
  And so on. But, of course, not always.
  and that is all
  Scenario Outline: s <n>
    Then I pass
    Examples:
      When there is little left, nothing is done.
      | n |
      | 1 |
`,
		"Korean prose that begins with a keyword": "# language: ko\n기능: f\n  단, 노드는 멈추지 않는다.\n  하지만 파드는 멈춘다.\n  시나리오: s\n    그러면 저는 통과합니다\n",
		"one row that disrupts":                   "Feature: f\n  @disruptive\n  Scenario Outline: s <n>\n    When I injure <n>\n    Examples:\n      | n        |\n      | worker-1 |\n",
		"angle brackets":                          "Feature: a <b>\n  Scenario: s <c>\n    Given a cluster with 2 workers\n    # <n>\n    Then I pass\n",
		"what stays as it is": `Feature: f
  Scenario Outline: <n> <x>
    Given I pass <n> times
    Examples:
      | n | x   |
      | 1 | <x> |
`,
		"Gherkin in a doc string":     "Feature: f\n  Scenario: s\n    When I note:\n      \"\"\"gherkin\n      Given I pass <n> times\n      \"\"\"\n    Then I pass\n",
		"Korean prose":                "# language: ko\n기능: f\n  가능: 모두. 배정: 없음. 예: 파드가 뜬다\n  시나리오: s\n    그러면 저는 통과합니다\n",
		"another language":            "# language: lt\nSavybė: f\n  Kad viskas veiktų\n  Scenarijus: s\n    Tada I pass\n",
		"a media type":                "Feature: f\n  Scenario Outline: s\n    When I note:\n      \"\"\"<n>\n      \"\"\"\n    Examples:\n      | n    |\n      | yaml |\n",
		"steps in rules' backgrounds": "Feature: f\n  Background:\n    Given I pass\n  Rule: r\n    Background:\n      Given I pass\n    Scenario: s\n      Then I pass\n  Rule: q\n    Scenario: s\n      Then I pass\n",
		"newer words":                 "# language: ko\n기능: f\n  규칙: r\n    배경:\n      먼저 저는 통과합니다\n    시나리오: s\n      그러면 저는 통과합니다\n",
		"a byte order mark, and the line ends of Windows": "\ufeff# language: en\r\nFeature: f\r\n\r\n  @a # comment\r\n  # comment\r\n  @b\r\n  Scenario: s\r\n    Then I pass\t\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			if problems := problemsOf(t, feature); problems != nil {
				t.Errorf("%q", problems)
			}
		})
	}
}
