package layout

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// quote moves doc strings as blocks. Lines that are indented less than their
// delimiter begin at its column, which matches how the parser reads them.
func quote(lines []*line) {
	var opening *line
	for _, l := range lines {
		switch {
		case l.is(gherkin.TokenTypeDocStringSeparator) && opening == nil:
			opening = l
			l.text = l.Keyword + strings.TrimSpace(l.Text)
		case l.is(gherkin.TokenTypeDocStringSeparator):
			opening = nil
			l.text = strings.TrimRight(strings.TrimLeft(l.Raw, " \t"), " \t")
		case opening != nil:
			l.level = opening.level
			l.text = quoted(l.Raw, opening.source())
		}
	}
}

// quoted returns a line of a doc string without the indentation of its delimiter,
// as the parser does (MatchOther): only spaces count.
func quoted(raw string, indent int) string {
	text := strings.TrimLeft(raw, " ")
	if len(raw)-len(text) > indent {
		return raw[indent:]
	}
	return text
}
