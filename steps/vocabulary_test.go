package steps

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// rains is a step like those that users write.
var rains = Step{
	Topic: "weather", Kinds: []Kind{Given, When}, Meaning: "It rains for so many hours.",
	Pattern: `^it rains for (\d+) hours$`, Example: "it rains for 3 hours",
	Korean: Sentence{Pattern: `^비가 (\d+)시간 동안 {온다/오고/오면}$`, Example: "비가 3시간 동안 온다"},
	Func:   func(context.Context, string) error { return nil },
}

func TestAnAddedStepIsOneOfTheVocabulary(t *testing.T) {
	v := Extend(rains)
	if err := v.Err(); err != nil {
		t.Fatal(err)
	}
	for _, sentence := range []string{"it rains for 3 hours", "비가 3시간 동안 온다"} {
		if found := v.Match(sentence); len(found) != 1 || found[0].Topic != "weather" {
			t.Errorf("%s: got %v", sentence, found)
		}
		if found := Match(sentence); len(found) > 0 {
			t.Errorf("%s: gherkube's own vocabulary has it, too", sentence)
		}
	}
	if all := v.All(); len(all) != len(All())+1 || all[len(all)-1].Topic != "weather" {
		t.Errorf("%d steps, and %d of gherkube's own", len(all), len(All()))
	}
}

func TestWhatIsWrongWithAnAddedStepIsTold(t *testing.T) {
	with := func(change func(*Step)) Step {
		s := rains
		change(&s)
		return s
	}
	for want, step := range map[string]Step{
		"begin it with ^ and end it with $":                      with(func(s *Step) { s.Pattern = `it rains for (\d+) hours` }),
		"needs a Topic, Kinds":                                   with(func(s *Step) { s.Kinds = nil }),
		"missing closing )":                                      with(func(s *Step) { s.Pattern = `^it rains for (\d+ hours$` }),
		"does not match the example":                             with(func(s *Step) { s.Example = "it rains" }),
		"the ko pattern has 0 capture groups":                    with(func(s *Step) { s.Korean.Pattern = `^비가 3시간 동안 온다$` }),
		"names argument 1, and there are 1":                      with(func(s *Step) { s.Korean.Order = []int{1} }),
		"has to be a func":                                       with(func(s *Step) { s.Func = nil }),
		"has 1 capture groups, and the function takes 0 strings": with(func(s *Step) { s.Func = func(context.Context) error { return nil } }),
		"takes a int as argument 1":                              with(func(s *Step) { s.Func = func(context.Context, int) error { return nil } }),
		"also matches step": with(func(s *Step) {
			s.Pattern, s.Example = `^pod "([^"]+)" is called "the rain"$`, `pod "web" is called "the rain"`
			s.Korean = Sentence{}
		}),
	} {
		err := Extend(step).Err()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// A suite with an invalid vocabulary runs nothing.
func TestASuiteRefusesAWrongVocabulary(t *testing.T) {
	suite := &Suite{Vocabulary: Extend(Step{Pattern: "rain"})}
	if _, err := suite.before(t.Context(), &godog.Scenario{}); err == nil || !strings.Contains(err.Error(), `step "rain"`) {
		t.Errorf("got %v", err)
	}
}

func TestOnlyAStepOfASuiteHasAScenario(t *testing.T) {
	if _, err := From(t.Context()); !errors.Is(err, scenario.ErrNone) {
		t.Errorf("got %v", err)
	}
	s := scenario.Fake{Values: map[string]string{scenario.NamespaceValue: "scenario-abcde"}}.Scenario()
	sc, err := From(scenario.NewContext(t.Context(), s))
	if err != nil {
		t.Fatal(err)
	}
	if err := sc.SetValue("hours", "3"); err != nil || sc.Values()["hours"] != "3" {
		t.Errorf("got %v, %v", err, sc.Values())
	}
	if err := sc.SetValue(scenario.NamespaceValue, "default"); err == nil {
		t.Error("the namespace was changed")
	}
	sc.Values()["hours"] = "4"
	if sc.Values()["hours"] != "3" {
		t.Error("the copy of the values is none")
	}
}

// An added step that disrupts the cluster does not run on a shared cluster, with or
// without lint before it.
func TestADisruptiveStepRefusesASharedCluster(t *testing.T) {
	for isolation, ran := range map[cluster.Isolation]bool{cluster.Shared: false, cluster.Disruptive: true, cluster.OwnCluster: true} {
		poured := false
		pours := Step{Disruptive: true, added: true, Looks: true, Func: func(context.Context) error { poured = true; return nil }}
		ctx := scenario.NewContext(t.Context(), scenario.Fake{Isolation: isolation}.Scenario())
		err := pours.function().(func(context.Context) error)(ctx)
		if poured != ran || (err == nil) != ran || err != nil && !errors.Is(err, scenario.ErrShared) {
			t.Errorf("%s: ran is %t, %v", isolation, poured, err)
		}
	}
}
