package steps

import (
	"strings"
	"sync"

	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Outline is the pattern of a sentence with a word for what many sentences have in common:
// DURATION, and CLAIM where any claim can stand.
func Outline(s Sentence) string { return common().Replace(s.Pattern) }

var common = sync.OnceValue(func() *strings.Replacer {
	words := []string{duration.Pattern, "DURATION", duration.Korean, "DURATION"}
	for _, l := range []Language{English, Korean} {
		words = append(words, grammar.Forms(eitherClaim(l, "within")), "CLAIM", grammar.Forms(eitherClaim(l, "for")), "CLAIM")
	}
	return strings.NewReplacer(words...)
})
