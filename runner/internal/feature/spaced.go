package feature

import (
	"strings"
	"unicode"
)

// Spaced writes a sentence with one space for each run of white space between
// its words, and none at its ends. What stands in quotes stays as it is.
func Spaced(sentence string) string {
	var b strings.Builder
	quoted, pending := false, false
	for _, r := range strings.TrimSpace(sentence) {
		if !quoted && unicode.IsSpace(r) {
			pending = true
			continue
		}
		if pending {
			b.WriteByte(' ')
			pending = false
		}
		if r == '"' {
			quoted = !quoted
		}
		b.WriteRune(r)
	}
	return b.String()
}
