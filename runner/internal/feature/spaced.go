package feature

import (
	"strings"
	"unicode"
)

// Spaced returns a sentence with single spaces between its words and none at its
// ends. Quoted parts are not changed.
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
