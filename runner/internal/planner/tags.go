package planner

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/phrases"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps/spelling"
)

// advice says how to correct a tag expression that has godog's own syntax or no @,
// and lists the existing tags.
func advice(expression string, seen []string) string {
	if strings.Contains(expression, "&&") || strings.ContainsAny(expression, "~,|") {
		return ` (write it as "@a and (@b or not @c)")`
	}
	for _, word := range strings.FieldsFunc(expression, func(r rune) bool { return r == ' ' || r == '(' || r == ')' }) {
		if slices.Contains(seen, "@"+word) {
			return fmt.Sprintf("; did you mean @%s?", word)
		}
		if meant := spelling.Nearest(word, seen); meant != "" && !slices.Contains(seen, word) {
			return fmt.Sprintf("; did you mean %s?", meant)
		}
	}
	slices.Sort(seen)
	seen = slices.Compact(seen)
	if len(seen) == 0 {
		return ""
	}
	const enough = 20
	more := ""
	if len(seen) > enough {
		seen, more = seen[:enough], ", ..."
	}
	return fmt.Sprintf("; their tags are %s%s", strings.Join(seen, ", "), more)
}

// allTags returns the tags of an entry: its own, inherited ones, and those of its
// Examples.
func allTags(entry *feature.Entry) []string {
	all := slices.Clone(entry.Tags)
	for _, examples := range entry.Scenario.Examples {
		for _, tag := range examples.Tags {
			all = append(all, tag.Name)
		}
	}
	return all
}

// meaningful lists the tags that affect a scenario.
var meaningful = []string{"@disruptive", "@own-cluster", plan.SlowTag, phrases.Tag}

// tagsOf reports tags without effect: duplicates, and typos of a meaningful tag.
func (m *maker) tagsOf(file *feature.File, entry *feature.Entry) {
	line := int(entry.Scenario.Location.Line)
	for i, tag := range entry.Tags {
		if slices.Contains(entry.Tags[:i], tag) {
			m.problem(file.URI, line, "the tag %s is there twice, or the feature or rule has it already", tag)
		}
	}
	for _, tag := range allTags(entry) {
		if meant := mistyped(tag); meant != "" {
			m.problem(file.URI, line, "the tag %s does nothing; did you mean %s?", tag, meant)
		}
	}
}

// mistyped returns the meaningful tag of which a tag is probably a typo. The two
// differ in case, in at most two letters of a long tag, or in swapped or repeated
// letters of a short one. All other tags are the author's own, such as @destructive
// and @show.
func mistyped(tag string) string {
	for _, meant := range meaningful {
		switch lower := strings.ToLower(tag); {
		case tag == meant || slices.Contains(ownWords, lower):
		case lower == meant, spelling.SameLetters(lower, meant):
			return meant
		case len(meant) > shortTag && spelling.Misspelt(lower, meant):
			return meant
		}
	}
	return ""
}

// shortTag is the maximum length of a short tag. Changing one letter of a short tag
// gives another word, such as @slot or @flow for @slow, and @phase for @phrase.
const shortTag = 7

// ownWords lists words that resemble a meaningful tag but mean something else.
var ownWords = []string{"@disruption", "@disruptions"}
