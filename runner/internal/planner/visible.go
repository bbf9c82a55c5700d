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
