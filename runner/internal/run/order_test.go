package run_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

func TestRepetitionsThatDiffer(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: unsteady\n    Then I fail the first 1 time\n  Scenario: steady\n    Then I pass\n",
		func(o *run.Options) { o.Times, o.Formats = 3, []string{"pretty", "messages:m", "junit:r.xml"} })
	want := []verdict.Verdict{verdict.Failed, verdict.Passed, verdict.Passed, verdict.Passed, verdict.Passed, verdict.Passed}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d: %v", o.verdicts(), o.code, o.err)
	}
	for _, part := range []string{
		"Plan: 2 scenarios, 3 times each\n", "  1-3  x.feature:2 ", "Repeat: gherkube run x.feature --repeat 3\n", "      Repeat: gherkube run x.feature:2\n",
		"unsteady (repetition 1)", "Flaky: repetitions that differ\n  passed 2 of 3, failed 1: flaky  x.feature:2  unsteady\n", "5 passed, 1 failed\n",
	} {
		if !strings.Contains(o.stdout, part) {
			t.Errorf("%q is missing in:\n%s", part, o.stdout)
		}
	}
	if n := strings.Count(read(t, "m"), `{"testCase":`); n != 6 {
		t.Errorf("%d test cases in the messages", n)
	}
	if !strings.Contains(read(t, "r.xml"), `name="unsteady (repetition 2)"`) {
		t.Errorf("%s", read(t, "r.xml"))
	}
}

func TestRepetitionsThatAgree(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Times = 2 })
	if o.code != 0 || !strings.Contains(o.stdout, "The repetitions of every scenario that ran agree.\n") {
		t.Errorf("code %d: %s", o.code, o.stdout)
	}
}

// manyScenarios returns ten scenarios that report their names; some need another
// topology.
func manyScenarios() string {
	var b strings.Builder
	b.WriteString("Feature: many\n")
	for n := range 10 {
		fmt.Fprintf(&b, "  Scenario: number %d\n    Given I pass %d times\n", n, n)
		if n%3 == 0 {
			b.WriteString("    And a cluster with 3 workers\n")
		}
	}
	return b.String()
}

func TestASeedGivesOneOrder(t *testing.T) {
	orders := map[int64][]string{}
	for _, seed := range []int64{0, 1, 1, 2} {
		words := &trial.Vocabulary{}
		var o outcome
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			o = executed(t, t.Context(), manyScenarios(), func(o *run.Options) { o.Seed, o.Vocabulary = seed, words })
		})
		ran := words.Ran()
		if known := orders[seed]; known != nil && !slices.Equal(known, ran) {
			t.Errorf("seed %d: %v, and then %v", seed, known, ran)
		}
		orders[seed] = ran
		if seed > 0 && (!strings.Contains(o.stdout, fmt.Sprintf("Order: random, seed %d;", seed)) || !strings.Contains(o.stdout, fmt.Sprintf("Repeat: gherkube run x.feature --random=%d\n", seed))) {
			t.Errorf("plan: %s", o.stdout)
		}
	}
	if slices.Equal(orders[0], orders[1]) || slices.Equal(orders[1], orders[2]) {
		t.Errorf("orders: %v", orders)
	}
}

// Scenarios of one topology stay together, so that clusters are not replaced
// unnecessarily.
func TestARandomOrderKeepsTopologiesTogether(t *testing.T) {
	for seed := range int64(20) {
		o := executed(t, t.Context(), manyScenarios(), func(o *run.Options) { o.Seed, o.DryRun = seed+1, true })
		changes := 0
		for i, s := range o.result.Plan.Scenarios[1:] {
			if s.Topology != o.result.Plan.Scenarios[i].Topology {
				changes++
			}
		}
		if changes != 1 || len(o.result.Plan.Scenarios) != 10 {
			t.Errorf("seed %d: %d changes of the topology", seed+1, changes)
		}
	}
}

func TestNamesSelect(t *testing.T) {
	rows := []struct {
		name string
		ran  int
		want string // a part of the error
	}{
		{"number", 10, ""},
		{"^number [12]$", 2, ""},
		{"Number", 0, `--name Number selects none of the scenarios; case matters: --name '(?i)Number' selects some`},
		{"other", 0, `--name other selects none of the scenarios; their names are "number 0", "number 1", "number 2", "number 3", "number 4" and 5 more`},
		{"[", 0, `--name: "[" is not a regular expression: missing closing ] in "["; put a backslash before a character that stands for itself`},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			o := executed(t, t.Context(), manyScenarios(), func(o *run.Options) { o.Name = row.name })
			if row.want != "" {
				if o.code != 3 || o.err.Error() != row.want {
					t.Errorf("code %d, %v", o.code, o.err)
				}
				return
			}
			if o.code != 0 || len(o.result.Run.Scenarios) != row.ran {
				t.Errorf("code %d, %d scenarios: %v", o.code, len(o.result.Run.Scenarios), o.err)
			}
		})
	}
}

func TestOptionsThatContradict(t *testing.T) {
	rows := map[string]func(*run.Options){
		"--retry and --repeat: choose one": func(o *run.Options) { o.Retry, o.Times = 1, 2 },
		"--retry -1: ":                     func(o *run.Options) { o.Retry = -1 },
		"--repeat -1: ":                    func(o *run.Options) { o.Times = -1 },
		"--random=-1: ":                    func(o *run.Options) { o.Seed = -1 },
	}
	for want, change := range rows {
		if o := executed(t, t.Context(), threeScenarios, change); o.code != 3 || !strings.Contains(o.err.Error(), want) {
			t.Errorf("code %d, %v, want %q", o.code, o.err, want)
		}
	}
}
