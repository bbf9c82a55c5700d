package steps

import (
	"strings"
	"sync"
)

// Outline is the pattern with a word for what many sentences have in common:
// DURATION, and CLAIM where any claim can stand.
func (s Sentence) Outline() string { return common().Replace(s.Pattern) }

var common = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		durationPattern, "DURATION", koreanDuration, "DURATION",
		forms(eitherClaim(English)), "CLAIM", forms(eitherClaim(Korean)), "CLAIM",
	)
})
