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

// advice tells how to write an expression that is written in godog's own way or
// without the at sign, and which tags there are.
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

// allTags are the tags of an entry: its own, those that it inherits, and those
// of its examples.
func allTags(entry *feature.Entry) []string {
	all := slices.Clone(entry.Tags)
	for _, examples := range entry.Scenario.Examples {
		for _, tag := range examples.Tags {
			all = append(all, tag.Name)
		}
	}
	return all
}

// meaningful are the tags that change what becomes of a scenario.
var meaningful = []string{"@disruptive", "@own-cluster", plan.SlowTag, phrases.Tag}

// tagsOf finds tags that do nothing: those that are there already, and those
// that are a meaningful one mistyped.
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

// mistyped is the meaningful tag that another one is taken for: it differs in
// the case of letters, in two letters of a long tag, or in the order or the
// repetition of the letters of a short one. Any other tag is its author's own,
// as @destructive and @show are.
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

// shortTag is up to how many letters a tag is short: a letter of such a tag
// makes another word of it, as of @slow @slot and @flow.
const shortTag = 6

// ownWords are words that are near to a meaningful tag and mean something else.
var ownWords = []string{"@disruption", "@disruptions"}
