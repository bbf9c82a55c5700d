package planner_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// inProject writes files below the root of a new project, and changes to it.
func inProject(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for path, content := range files {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// said returns the steps of a plan's first scenario, with their calls.
func said(p *plan.Plan) (all []string) {
	s := p.Scenarios[0]
	for _, step := range s.Steps {
		line := ""
		for _, call := range step.Calls {
			line += call.Text + " > "
		}
		line += step.Keyword + " " + step.Text + "  # " + s.PlaceOf(step)
		if step.DocString() != "" {
			line += "\n" + step.DocString()
		}
		all = append(all, line)
	}
	return all
}

const phrasesThatStand = `Feature: The words of the shop
  @phrase
  Scenario: the shop "<name>" opens with <n> pods
    Given I run "kubectl create deployment <name> --image=nginx --replicas=<n>"
    And I apply:
      """
      kind: Service
      apiVersion: v1
      metadata: {name: <name>}
      """
    Then within 60s the shop "<name>" stands
  @phrase
  Scenario: the shop "<name>" stands
    * deployment "<name>" has rolled out
    * service "<name>" leads to at least 1 pod
  @phrase
  Scenario: 상점 "<name>"{이/가} 열려 있다
    * 디플로이먼트 "<name>"이 있다
`

func TestPhrasesAreSaidInThePlan(t *testing.T) {
	inProject(t, map[string]string{
		"go.mod": "", "features/words.feature": phrasesThatStand,
		"features/shop/x.feature": "Feature: x\n  Scenario: s\n    When the shop \"web\" opens with 2 pods\n    Then for 2s the shop \"web\" stands\n" +
			"    And within 1s 상점 \"web\"이 열려 있다\n    And until the shop \"web\" stands, within 3s, pod \"a\" is Running\n",
	})
	p, err := planner.Make(planner.Request{Paths: []string{"features/shop/x.feature"}}, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	opens, within := `the shop "web" opens with 2 pods > `, "deployment \"web\" has rolled out\nservice \"web\" leads to at least 1 pod"
	want := []string{
		opens + `Given I run "kubectl create deployment web --image=nginx --replicas=2"  # features/words.feature:4`,
		opens + "And I apply:  # features/words.feature:5\nkind: Service\napiVersion: v1\nmetadata: {name: web}",
		opens + `within 60s the shop "web" stands > Then within 60s all of these hold:  # features/words.feature:11` + "\n" + within,
		`for 2s the shop "web" stands > Then for 2s all of these hold:  # features/shop/x.feature:4` + "\n" + within,
		`within 1s 상점 "web"이 열려 있다 > And 1초 안에 디플로이먼트 "web"이 있다  # features/shop/x.feature:5`,
		`until the shop "web" stands, within 3s, pod "a" is Running > And until all of these hold, within 3s, pod "a" is Running:  # features/shop/x.feature:6` + "\n" + within,
	}
	if got := said(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(p.Sources) != 2 || p.Sources[1].URI != "features/words.feature" {
		t.Errorf("the sources are %+v", p.Sources)
	}
	if got := len(p.Scenarios[0].Pickle.Steps); got != len(want) {
		t.Errorf("godog gets %d steps", got)
	}
}

// deep returns phrases of claims: each has the one below it several times.
func deep(levels, times int) string {
	text := "Feature: words\n  @phrase\n  Scenario: level 0 of \"<x>\"\n    * pod \"<x>\" is Running\n"
	for level := range levels {
		text += fmt.Sprintf("  @phrase\n  Scenario: level %d of \"<x>\"\n", level+1)
		text += strings.Repeat(fmt.Sprintf("    * level %d of \"<x>\"\n", level), times)
	}
	return text
}

// TestWhatIsWrongWithPhrases checks phrases, the step of a scenario, and the
// expected problems: FILE:LINE and a part of the message.
func TestWhatIsWrongWithPhrases(t *testing.T) {
	const head, call = "Feature: words\n  @phrase\n", "Feature: f\n  Scenario: s\n    "
	one := head + "  Scenario: the shop \"<name>\" is open\n    * deployment \"<name>\" has rolled out\n"
	for name, row := range map[string]struct {
		words, scenario string
		want            []string
	}{
		"well":                   {one, call + "Then within 5s the shop \"web\" is open\n", nil},
		"without a frame":        {one, call + "Then the shop \"web\" is open\n", []string{`x.feature:3: "the shop \"web\" is open": an expectation says when: within 30s the shop "web" is open`}},
		"a phrase nobody has":    {one, call + "Then within 5s the shop \"web\" is shut\n", []string{"x.feature:3: undefined step"}},
		"a phrase, mistyped":     {one, call + "Then within 5s the shop \"web\" is opne\n", []string{`did you mean: within 5s the shop "web" is open`}},
		"a phrase, without time": {one, call + "Then the shopp \"web\" is open\n", []string{`an expectation says when: within 30s the shop "web" is open`}},
		"a doc string below":     {one, call + "Then within 5s the shop \"web\" is open\n      \"\"\"\n      x\n      \"\"\"\n", []string{"a phrase takes no doc string"}},
		"what it says is wrong":  {head + "  Scenario: all is well with \"<name>\"\n    Then within 5s pvc \"<name>\" is <state>\n", call + "Then all is well with \"data\"\n", []string{"words.feature:4: <state> is not filled in: the phrase has the parameters <name>"}},
		"a wrong value":          {head + "  Scenario: claim \"<name>\" is <state>\n    Then within 5s pvc \"<name>\" is <state>\n", call + "Then claim \"data\" is Runing\n", []string{`x.feature:3: in the phrase "claim \"data\" is Runing", words.feature:4:`}},
		"an unknown step":        {head + "  Scenario: all is well\n    Then zebras\n", call + "Then all is well\n", []string{"words.feature:4: undefined step: zebras"}},
		"a step for some values": {head + "  Scenario: \"<name>\" has <n>\n    Then within 5s deployment \"<name>\" has <n> ready pods\n", call + "Then \"web\" has 2\n", nil},
		"half a claim":           {head + "  Scenario: all is well\n    Then pod \"a\" is Running\n    And within 5s pod \"b\" is Running\n", call + "Then all is well\n", []string{`words.feature:3: the phrase "all is well": the phrase "all is well" (words.feature:3) mixes claims and sentences`}},
		"a frame around a step":  {head + "  Scenario: all is well\n    Then within 5s pod \"b\" is Running\n", call + "Then for 5s all is well\n", []string{"x.feature:3", "cannot stand in a frame"}},
		"circular":               {head + "  Scenario: a\n    Given b\n  @phrase\n  Scenario: b\n    Given a\n", call + "Given a\n", []string{`words.feature:3: the phrase "a": circular: "a" (words.feature:3) calls "b" (words.feature:6) calls "a" (words.feature:3)`}},
		"circular claims":        {head + "  Scenario: a\n    * a\n", call + "Then within 5s a\n", []string{`circular: "a" (words.feature:3) calls "a"`}},
		"twice":                  {one + "  @phrase\n  Scenario: the shop \"<x>\" is open\n    * pod \"<x>\" is Running\n", call + "Then within 5s the shop \"web\" is open\n", []string{`words.feature:3: the phrase "the shop \"<name>\" is open" is defined at words.feature:6 too`}},
		"two that match":         {one + "  @phrase\n  Scenario: the <thing> \"<x>\" is open\n    * pod \"<x>\" is <thing>\n", call + "Then within 5s the shop \"web\" is open\n", []string{"x.feature:3", "ambiguous step: it could be the phrase", "words.feature:6"}},
		"of the vocabulary":      {head + "  Scenario: I run \"<it>\"\n    Given I run \"kubectl <it>\"\n", call + "Given I run \"a\"\n", []string{"words.feature:3: the phrase \"I run \\\"<it>\\\"\" is already a sentence of the vocabulary"}},
		"it acts in a Then":      {head + "  Scenario: all is made\n    Given I run \"kubectl get pods\"\n", call + "Then all is made\n", []string{"x.feature:3", "it cannot follow Then"}},
		"nothing in it":          {head + "  Scenario: all is well\n", call + "Then all is well\n", []string{"words.feature:3: the phrase \"all is well\" has no steps"}},
		"an outline":             {head + "  Scenario Outline: all is <x>\n    * pod \"<x>\" is Running\n    Examples:\n      | x |\n      | 1 |\n", call + "Then within 5s all is 1\n", []string{"words.feature:3: a phrase is a Scenario without Examples"}},
		"with a keyword":         {head + "  Scenario: Given all is well\n    Given I run \"kubectl get pods\"\n", call + "Given Given all is well\n", []string{"words.feature:3: leave out \"Given\""}},
		"a useless parameter":    {head + "  Scenario: all is \"<x>\"\n    Given I run \"kubectl get pods\"\n", call + "Given all is \"1\"\n", []string{"words.feature:3: no step of the phrase uses the parameter <x>"}},
		"a tag of scenarios":     {"Feature: words\n  @phrase @disruptive\n  Scenario: all stops\n    When the kubelet on worker-1 is stopped\n", call + "When all stops\n", []string{"words.feature:3: the tag @disruptive has no effect on a phrase", `x.feature:3: in the phrase "all stops", words.feature:4: "the kubelet on worker-1 is stopped" disrupts the cluster`}},
		"a mistyped tag":         {strings.Replace(one, "@phrase", "@prhase", 1), call + "Then within 5s the shop \"web\" is open\n", []string{"words.feature:3: the tag @prhase does nothing; did you mean @phrase?"}},
		"a tag of one's own":     {one, "Feature: f\n  @phase @phases-2\n  Scenario: s\n    Then within 5s the shop \"web\" is open\n", nil},
		"never, of several":      {one + "    * pod \"<name>\" is Running\n", call + "Then never within 5s the shop \"web\" is open\n", []string{"it is not clear what never happens"}},
		"phrases within phrases": {deep(8, 10), call + "Then within 5s level 8 of \"web\"\n", []string{"it expands to more than 1000 steps"}},
		"the same value twice":   {head + "  Scenario: \"<a>\" is not \"<a>\"\n    Then within 5s pod \"<a>\" is Running\n", call + "Then \"1\" is not \"2\"\n", []string{"<a> stands twice in the phrase"}},
		"like a claim of a type": {head + "  Scenario: shop \"<a>\" is Open\n    * pod \"<a>\" is Running\n", call + "Then within 5s shop \"a\" is Open\n", nil},
		"a claim already":        {head + "  Scenario: pod \"<a>\" is Ready\n    * pod \"<a>\" is Running\n", call + "Then within 5s pod \"a\" is Ready\n", []string{"is already a claim of the vocabulary"}},
		"of nothing":             {head + "  Scenario: \"<a>\" is no more\n    * pod \"<a>\" is gone\n", call + "Then for 5s \"wbe\" is no more\n", []string{"x.feature:3", "cannot fail: nothing else in the scenario mentions pod \"wbe\""}},
	} {
		t.Run(name, func(t *testing.T) {
			inProject(t, map[string]string{"words.feature": row.words, "x.feature": row.scenario})
			_, err := planner.Make(planner.Request{Paths: []string{"words.feature", "x.feature"}}, &steps.Vocabulary{})
			if len(row.want) == 0 {
				if err != nil {
					t.Error(err)
				}
				return
			}
			for _, want := range row.want {
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("got %v\nwant %s", err, want)
				}
			}
		})
	}
}

func TestWherePhrasesAreKnown(t *testing.T) {
	say := "Feature: f\n  Scenario: s\n    Given I open the shop\n    Then within 1s pod \"a\" is Running\n"
	phrase := "Feature: words\n  @phrase\n  Scenario: I open the shop\n    Given I run \"kubectl get pods\"\n"
	for name, row := range map[string]struct {
		files map[string]string
		from  string
		path  string
		known bool
	}{
		"in its own folder":            {map[string]string{"a/w.feature": phrase, "a/x.feature": say}, "", "a/x.feature", true},
		"in a folder below":            {map[string]string{"w.feature": phrase, "a/b/x.feature": say}, "", "a/b/x.feature", true},
		"not in a folder beside":       {map[string]string{"b/w.feature": phrase, "a/x.feature": say}, "", "a/x.feature", false},
		"not in the folder above":      {map[string]string{"a/w.feature": phrase, "x.feature": say}, "", "x.feature", false},
		"not above the project":        {map[string]string{"w.feature": phrase, "a/go.mod": "", "a/x.feature": say}, "", "a/x.feature", false},
		"above the working folder":     {map[string]string{"go.mod": "", "w.feature": phrase, "a/x.feature": say}, "a", "x.feature", true},
		"not above it without project": {map[string]string{"w.feature": phrase, "a/x.feature": say}, "a", "x.feature", false},
		"in the file itself":           {map[string]string{"x.feature": phrase + strings.TrimPrefix(say, "Feature: f\n")}, "", "x.feature", true},
	} {
		t.Run(name, func(t *testing.T) {
			inProject(t, row.files)
			if row.from != "" {
				t.Chdir(row.from)
			}
			_, err := planner.Make(planner.Request{Paths: []string{row.path}}, &steps.Vocabulary{})
			if (err == nil) != row.known {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestPhrasesAloneAreNothingToRun(t *testing.T) {
	inProject(t, map[string]string{"words.feature": phrasesThatStand})
	for _, path := range []string{"words.feature", "words.feature:3"} {
		_, err := planner.Make(planner.Request{Paths: []string{path}}, &steps.Vocabulary{})
		var wrong *input.Error
		if !errors.As(err, &wrong) || len(wrong.Problems) != 1 || !strings.Contains(err.Error(), "phrase") {
			t.Errorf("%s: got %v", path, err)
		}
	}
}
