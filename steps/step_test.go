package steps_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/steps"
)

func TestEveryExampleIsItsOwnStepAndNoOther(t *testing.T) {
	all := steps.All()
	if len(all) == 0 {
		t.Fatal("the vocabulary is empty")
	}
	for _, s := range all {
		for _, said := range s.Sentences() {
			t.Run(said.Example, func(t *testing.T) {
				found := steps.Match(said.Example)
				if len(found) != 1 || found[0].Pattern != s.Pattern {
					t.Errorf("the example matches %d steps, want only its own: %v", len(found), patterns(found))
				}
			})
		}
	}
}

func TestEveryStepDescribesItself(t *testing.T) {
	for _, s := range steps.All() {
		t.Run(s.Pattern, func(t *testing.T) {
			if s.Topic == "" || s.Meaning == "" || s.Example == "" || len(s.Kinds) == 0 || s.Func == nil {
				t.Errorf("something is missing: %+v", s)
			}
			for _, said := range s.Sentences() {
				if !strings.HasPrefix(said.Pattern, "^") || !strings.HasSuffix(said.Pattern, "$") || said.Example == "" {
					t.Errorf("%q: it needs an example, and the pattern must match whole sentences: ^...$", said.Pattern)
				}
			}
			if s.Disruptive && s.Allows(steps.Then) {
				t.Error("a Then only observes: it cannot be disruptive")
			}
		})
	}
}

func TestExpectationsSayWhen(t *testing.T) {
	timeless := regexp.MustCompile(`^\^the command `) // what came of a command does not change
	for _, s := range steps.All() {
		if s.Allows(steps.Then) && !timeless.MatchString(s.Pattern) && !strings.Contains(s.Pattern, "within") {
			t.Errorf("a Then without a time: %s", s.Pattern)
		}
	}
}

func patterns(all []steps.Step) []string {
	var found []string
	for _, s := range all {
		found = append(found, s.Pattern)
	}
	return found
}
