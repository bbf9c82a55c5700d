package score

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"
)

// table writes comma-separated values (RFC 4180).
func table(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

// formula is what spreadsheets take a formula by, also where the letters are
// wide ones.
const formula = "=+-@＝＋－＠"

// cell is a text in a table. One that a spreadsheet would take for a formula
// gets an apostrophe before it (OWASP ASVS 1.2.10). Numbers of ours are never
// negative and need none.
func cell(text string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	if strings.ContainsRune(formula, first) {
		return "'" + text
	}
	return text
}
