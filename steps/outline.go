package steps

import (
	"strings"
	"sync"

	"github.com/gherkube/gherkube/steps/internal/duration"
)

// Outline is the pattern with a word for what many sentences have in common:
// DURATION, and CLAIM where any claim can stand.
func (s Sentence) Outline() string { return common().Replace(s.Pattern) }

var common = sync.OnceValue(func() *strings.Replacer {
	words := []string{duration.Pattern, "DURATION", duration.Korean, "DURATION"}
	for _, l := range []Language{English, Korean} {
		words = append(words, forms(eitherClaim(l, "within")), "CLAIM", forms(eitherClaim(l, "for")), "CLAIM")
	}
	return strings.NewReplacer(words...)
})
