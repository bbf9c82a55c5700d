package tags

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for expression, want := range map[string]bool{
		"": true, " ": true, "@a": true, "@b": false, "not @b": true, "@a and not (@b or @c)": true, "@b or @c": false,
	} {
		filter, err := Parse(expression)
		if err != nil || filter.Match([]string{"@a"}) != want {
			t.Errorf("%q: got %v, %v", expression, !want, err)
		}
	}
	for _, wrong := range []string{"@a and", "(@a", "@a)", "@a @b", "and", "not"} {
		if _, err := Parse(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}

// FuzzParse holds every expression against its negation: one of the two selects
// a scenario.
func FuzzParse(f *testing.F) {
	for _, expression := range []string{"@a and (@b or not @c)", "@a and", `@a\\(b\\)`, "not not @a", "((@a))"} {
		f.Add(expression, "@a")
	}
	f.Fuzz(func(t *testing.T, expression, tag string) {
		filter, err := Parse(expression)
		if err != nil || filter.expression == nil || strings.HasSuffix(expression, `\`) { // it would escape the parenthesis
			return
		}
		opposite, err := Parse("not (" + expression + ")")
		if err != nil {
			t.Fatalf("%q is read, and its negation is not: %v", expression, err)
		}
		if tags := []string{tag}; filter.Match(tags) == opposite.Match(tags) {
			t.Errorf("%q and its negation both say %v of %q", expression, filter.Match(tags), tag)
		}
	})
}
