package steps

import (
	"regexp"
	"strings"
	"sync"
)

// Inside tells whether an expectation is seen by what a node's own runtime,
// logs or keys say. Who is root on the node can have them say anything, so
// checks of labs do without.
func Inside(sentence string) bool { return insidePattern().MatchString(sentence) }

var insidePattern = sync.OnceValue(func() *regexp.Regexp {
	var patterns []string
	for _, c := range claims() {
		if c.inside {
			patterns = append(patterns, c.pattern, forms(c.korean.Pattern))
		}
	}
	for _, s := range orderSteps {
		patterns = append(patterns, s.Pattern, forms(s.Korean.Pattern))
	}
	return regexp.MustCompile(strings.Join(patterns, "|"))
})
