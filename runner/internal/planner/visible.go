package planner

import (
	"fmt"
	"strings"
	"unicode"
)

// marked writes characters that do not show, or look like a space, as their code
// points: (U+200B).
func marked(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r != ' ' && (!unicode.IsPrint(r) || unicode.IsSpace(r)) {
			fmt.Fprintf(&b, "(U+%04X)", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// spaced writes a sentence with one space for each run of white space between
// its words, and none at its ends. What stands in quotes stays as it is.
func spaced(sentence string) string {
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
