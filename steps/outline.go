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

// Outline returns the pattern of a sentence with placeholders for what many sentences
// share. DURATION and TYPE stand for a duration and an object's type, CLAIM for any
// claim, STATE for a state of the object.
func Outline(s Sentence) string { return common().Replace(s.Pattern) }

var common = sync.OnceValue(func() *strings.Replacer {
	words := []string{duration.Pattern, "DURATION", duration.Korean, "DURATION"}
	for _, l := range []Language{English, Korean} {
		words = append(words, grammar.Forms(eitherClaim(l, "within")), "CLAIM", grammar.Forms(eitherClaim(l, "for")), "CLAIM")
	}
	words = append(words, typeWord, "TYPE", koreanTypeWord, "TYPE", stateWord, "STATE")
	return strings.NewReplacer(words...)
})

// Types returns the words that TYPE stands for in sentences about objects of built-in
// types. A node is named without its type.
func Types(l Language) []string {
	all := resource.Names()
	if l == Korean {
		all = append(slices.Sorted(maps.Keys(koreanTypes)), all...)
	}
	return slices.DeleteFunc(all, func(word string) bool { return word == "node" || word == "no" || word == "노드" })
}

// States returns the words that STATE stands for in sentences about built-in types.
func States() []string {
	var all []string
	for _, t := range resource.All() {
		all = append(all, states(t)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
