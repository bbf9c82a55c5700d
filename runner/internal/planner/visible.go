package planner

import (
	"fmt"
	"strings"
	"unicode"
)

// marked writes invisible characters, and those that look like a space, as code
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
