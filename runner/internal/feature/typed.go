package feature

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// straight replaces typographic quotes and hyphens with plain ones.
var straight = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "「", `"`, "」", `"`, "『", `"`, "』", `"`,
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "【", "(", "】", ")",
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-",
)

// typed returns a line as a plain keyboard writes it: full-width characters become
// narrow, decomposed letters are composed, and every kind of space becomes one
// space.
func typed(text string) string {
	return Visible(straight.Replace(norm.NFKC.String(straight.Replace(text))))
}

// isWord reports whether a character belongs to a word.
func isWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// opened returns a line without what people write before its text: bullets,
// numbers, checkboxes, quotes and comment signs.
func opened(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !isWord(r) })
	return numbered.ReplaceAllString(text, "")
}

// parts returns the rest of the line from each position at which a sentence may
// begin: where a word begins, or ends without a space after it.
func parts(text string) []string {
	const enough = 7
	all, within := []string{text, strings.TrimLeftFunc(text, func(r rune) bool { return !isWord(r) && r != '"' })}, false
	for i, r := range text {
		if is := isWord(r); is != within && i > 0 {
			if part := strings.TrimLeft(text[i:], before); part != "" {
				all = append(all, part)
			}
		}
		within = isWord(r)
		if len(all) > enough {
			break
		}
	}
	return all
}

// before holds the characters that may stand between a keyword and its sentence by
// mistake.
const before = " :,;-.>/=*_`[]{}"
