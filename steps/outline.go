package steps

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Outline is the pattern of a sentence with a word for what many sentences have in common:
// DURATION, CLAIM where any claim can stand, TYPE for the type of an object, and STATE for
// what it can be.
func Outline(s Sentence) string { return common().Replace(s.Pattern) }

var common = sync.OnceValue(func() *strings.Replacer {
	words := []string{duration.Pattern, "DURATION", duration.Korean, "DURATION"}
	for _, l := range []Language{English, Korean} {
		words = append(words, grammar.Forms(eitherClaim(l, "within")), "CLAIM", grammar.Forms(eitherClaim(l, "for")), "CLAIM")
	}
	words = append(words, typeWord, "TYPE", koreanTypeWord, "TYPE", stateWord, "STATE")
	return strings.NewReplacer(words...)
})

// Types are the words that stand for TYPE in sentences about objects of built-in types.
// One node is named without them.
func Types(l Language) []string {
	all := resource.Names()
	if l == Korean {
		all = append(slices.Sorted(maps.Keys(koreanTypes)), all...)
	}
	return slices.DeleteFunc(all, func(word string) bool { return word == "node" || word == "no" || word == "노드" })
}

// States are the words that stand for STATE in sentences about built-in types.
func States() []string {
	var all []string
	for _, t := range resource.All() {
		all = append(all, states(t)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
