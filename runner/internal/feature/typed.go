package feature

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// straight has the quotes and hyphens of a plain keyboard in place of those
// that editors and other keyboards write.
var straight = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "「", `"`, "」", `"`, "『", `"`, "』", `"`,
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "【", "(", "】", ")",
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-",
)

// typed is a line as a plain keyboard writes it: full-width characters become
// narrow, letters that were taken apart are put together, and each space is one.
func typed(text string) string {
	return Visible(straight.Replace(norm.NFKC.String(straight.Replace(text))))
}

// isWord reports whether a character belongs to a word.
func isWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// opened is a line without what people put before it: bullets, numbers, boxes,
// quotes and the signs of a comment.
func opened(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !isWord(r) })
	return numbered.ReplaceAllString(text, "")
}

// parts are the line from its first words on, from whichever a sentence may
// begin: where a word begins, or ends with no space after it.
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

// before is what may stand between a keyword and its sentence by mistake.
const before = " :,;-.>/=*_`[]{}"
