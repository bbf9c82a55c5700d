package terminal

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// minWrapped is the smallest width that text is wrapped to: narrower columns are
// harder to read than the terminal's own line breaks.
const minWrapped = 20

// Wrap breaks the lines of a text at spaces, so that none is wider than the given
// number of columns. A continued line keeps the indentation of its first. Words
// that are wider stay whole, for copying. Width 0 means no limit. Hidden
// characters are escaped first, since escapes are wider.
func Wrap(text string, width int) string {
	text = Visible(text)
	if width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = wrapLine(strings.ReplaceAll(line, "\t", "    "), max(width, minWrapped))
	}
	return strings.Join(lines, "\n")
}

func wrapLine(line string, width int) string {
	if runewidth.StringWidth(line) <= width {
		return line
	}
	words := strings.TrimLeft(line, " ")
	by := strings.Repeat(" ", min(len(line)-len(words), width/2))
	var b strings.Builder
	b.WriteString(by)
	column, first := len(by), true
	for _, word := range strings.SplitAfter(words, " ") {
		bare := strings.TrimRight(word, " ")
		if !first && column+runewidth.StringWidth(bare) > width {
			trimmed := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(trimmed + "\n" + by)
			column = len(by)
		}
		b.WriteString(word)
		column, first = column+runewidth.StringWidth(word), false
	}
	return strings.TrimRight(b.String(), " ")
}

// Rows returns how many rows of a terminal a text takes up, including the lines
// that the terminal itself breaks.
func Rows(text string, width int) int {
	rows := 0
	text = Visible(Unpainted(text))
	for line := range strings.Lines(text) {
		rows += max(1, (runewidth.StringWidth(strings.TrimRight(line, "\n"))+width-1)/max(1, width))
	}
	return rows
}
