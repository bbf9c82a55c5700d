package terminal

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

const (
	gap   = "  "   // the space between two columns of a table
	below = "    " // the indentation of a last cell below its row
)

// Table aligns rows of cells in columns. On a terminal of the given width (0 for no
// limit), the last column is wrapped, and continued below its beginning, or below the
// row if too little of the width is left. It counts columns of the terminal, so cells in
// Korean are aligned too.
func Table(rows [][]string, width int) string {
	var b strings.Builder
	widths := columns(rows)
	for _, row := range rows {
		var before strings.Builder
		for i, cell := range row[:len(row)-1] {
			before.WriteString(runewidth.FillRight(Visible(cell), widths[i]) + gap)
		}
		column, last := runewidth.StringWidth(before.String()), row[len(row)-1]
		if room := width - column; width > 0 && room < minWrapped && runewidth.StringWidth(last) > room {
			b.WriteString(strings.TrimRight(before.String(), " ") + "\n" + below + Hanging(last, len(below), width) + "\n")
			continue
		}
		b.WriteString(before.String() + Hanging(last, column, width) + "\n")
	}
	return b.String()
}

// columns returns the width of each column.
func columns(rows [][]string) (widths []int) {
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(Visible(cell)))
		}
	}
	return widths
}

// Hanging wraps a text that begins at the given column, and continues its lines there.
// If too little of the width is left, the terminal breaks the lines.
func Hanging(text string, column, width int) string {
	if width > 0 {
		width -= column
		if width < minWrapped {
			width = 0
		}
	}
	return strings.ReplaceAll(Wrap(text, width), "\n", "\n"+strings.Repeat(" ", column))
}
