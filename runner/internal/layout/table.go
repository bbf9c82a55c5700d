package layout

import (
	"regexp"
	"strings"
	"unicode"

	gherkin "github.com/cucumber/gherkin/go/v42"
	"github.com/mattn/go-runewidth"
)

// align gives all cells of a table's column the same width.
func align(lines []*line) {
	var table []*line
	for _, l := range lines {
		switch {
		case l.is(gherkin.TokenTypeTableRow):
			table = append(table, l)
		case !l.isComment():
			alignRows(table)
			table = nil
		}
	}
	alignRows(table)
}

func alignRows(table []*line) {
	var widths []int
	rows := make([][]string, len(table))
	rests := make([]string, len(table))
	for i, l := range table {
		rows[i], rests[i] = cells(l.Raw)
		for column, cell := range rows[i] {
			if column == len(widths) {
				widths = append(widths, 0)
			}
			widths[column] = max(widths[column], width(cell))
		}
	}
	for i, l := range table {
		l.text = row(rows[i], widths) + rests[i]
	}
}

// row formats cells. Numbers are aligned to the right, as in Cucumber's formatter.
func row(cells []string, widths []int) string {
	var b strings.Builder
	b.WriteString("|")
	for column, cell := range cells {
		padding := strings.Repeat(" ", widths[column]-width(cell))
		if number.MatchString(cell) {
			cell = padding + cell
		} else {
			cell += padding
		}
		b.WriteString(" " + cell + " |")
	}
	return b.String()
}

// number matches what JavaScript's parseFloat accepts: texts that begin with a
// number, such as 500m and 10.0.0.1.
var number = regexp.MustCompile(`^[+-]?(?:\.?\d|Infinity)`)

// cells returns the cells of a row as written, with escapes, and the text after the
// last bar (which has no meaning; lint reports it).
func cells(raw string) (all []string, rest string) {
	raw = strings.TrimLeft(raw, " \t")[1:]
	begin, escaped := 0, false
	for i, r := range raw {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '|':
			all = append(all, strings.TrimFunc(raw[begin:i], unicode.IsSpace))
			begin = i + 1
		}
	}
	if rest = strings.TrimFunc(raw[begin:], unicode.IsSpace); rest != "" {
		rest = " " + rest
	}
	return all, rest
}

// columns measures text as terminals display it: two columns for East Asian wide
// characters and emoji, in every locale.
var columns = &runewidth.Condition{StrictEmojiNeutral: true}

func width(text string) int { return columns.StringWidth(text) }
