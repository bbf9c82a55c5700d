package catalogue_test

import (
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/catalogue"
)

// TestTheCatalogueIsFresh compares the generated files in this folder with the current
// tables.
func TestTheCatalogueIsFresh(t *testing.T) {
	pages := catalogue.Pages(steps.All())
	want := maps.Clone(pages)
	want["editor_steps.go"] = catalogue.Editor(steps.All())
	for name, content := range want {
		if is, err := os.ReadFile(name); err != nil || string(is) != content {
			t.Errorf("%s is stale: run go generate ./steps/... (%v)", name, err)
		}
	}
	there, err := filepath.Glob("*.md")
	if err != nil || len(there) != len(pages) {
		t.Errorf("%d pages, of %d topics with an index (%v): remove those of topics that are gone: %v", len(there), len(pages), err, there)
	}
}

func TestForm(t *testing.T) {
	for pattern, want := range map[string]string{
		`^a cluster with (?:(\d+) control-plane nodes? and )?(\d+) workers?$`: "a cluster with [N control-plane node[s] and ]N worker[s]",
		`^pod "([^"]+)" is (Pending|Running|not Terminating)$`:                `pod "…" is (Pending | Running | not Terminating)`,
		`^the kubelet on (\S+) is (stopped|started)$`:                         "the kubelet on NAME is (stopped | started)",
		`^파드 "([^"]+)"(?:이|가) 있다$`:                                            `파드 "…"(가 | 이) 있다`,
		`^(within|for) x (?:on (\S+)|anywhere)$`:                              "(within | for) x (on NAME | anywhere)",
	} {
		if got := catalogue.Form(pattern); got != want {
			t.Errorf("%s\n got %s\nwant %s", pattern, got, want)
		}
	}
}

// No form is too long for people, or still contains too much of a regular expression.
func TestFormsAreForPeople(t *testing.T) {
	leftover := regexp.MustCompile(`\(\?|\\[dSsw]|\[\^`)
	for _, s := range steps.All() {
		for _, said := range s.Sentences() {
			if form := catalogue.Form(steps.Outline(said)); len([]rune(form)) > 260 || leftover.MatchString(form) {
				t.Errorf("%s", form)
			}
		}
	}
}

// Cucumber's language server parses patterns as JavaScript does, between backquotes.
func TestEditorsUnderstandThePatterns(t *testing.T) {
	foreign := regexp.MustCompile("`|\\(\\?[^:]|\\\\[pPzAQE]")
	for _, s := range steps.All() {
		for _, said := range s.Sentences() {
			if foreign.MatchString(said.Pattern) {
				t.Errorf("%s", said.Pattern)
			}
		}
	}
	source := catalogue.Editor(steps.All())
	if formatted, err := format.Source([]byte(source)); err != nil || string(formatted) != source {
		t.Errorf("not as gofmt writes it: %v", err)
	}
}

func TestTopicsAreInOnePlace(t *testing.T) {
	all := []steps.Step{{Topic: "a"}, {Topic: "b"}, {Topic: "a"}}
	var got []string
	for _, topic := range catalogue.Topics(all) {
		got = append(got, topic.Name+strings.Repeat("+", len(topic.Steps)))
	}
	if !slices.Equal(got, []string{"a++", "b+"}) {
		t.Errorf("got %v", got)
	}
}
