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

// formula holds the characters that begin a formula in a spreadsheet, including
// their full-width forms.
const formula = "=+-@＝＋－＠"

// cell returns the text of a table's cell. A text that a spreadsheet would read as
// a formula gets a leading apostrophe (OWASP ASVS 1.2.10). Scores need none,
// because they are never negative.
func cell(text string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	if strings.ContainsRune(formula, first) {
		return "'" + text
	}
	return text
}
