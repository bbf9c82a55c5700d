// Package layout formats features: indentation, blank lines, tables. It moves white
// space only, and proves of each file that its meaning stays.
//
// The layout is that of Cucumber's own formatter (cucumber/gherkin-utils, pretty.ts),
// which the official editor extensions use, with these differences: comments stay
// beside what they comment on, blank lines between steps stay (one at most), tags stay
// on their lines, and the lines of a description are indented as one block.
package layout

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// Format returns the content of a feature file in the official layout. Lines end as the
// first one does. An input.Error lists what the grammar rejects, by the lines of uri. Any
// other error is a defect of this package: the result would mean something else.
func Format(uri string, content []byte) ([]byte, error) {
	content = bytes.TrimPrefix(content, byteOrderMark)
	before, problems := feature.Syntax(uri, content)
	if len(problems) > 0 {
		return nil, input.Join(problems)
	}
	tokens, err := feature.Tokens(content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", uri, err)
	}
	formatted := write(arrange(tokens), lineEnd(content))
	after, problems := feature.Syntax(uri, formatted)
	if len(problems) > 0 {
		return nil, fmt.Errorf("%s: the formatted file would not be a feature (a bug: please report it): %s", uri, problems[0])
	}
	if err := same(content, formatted, before, after); err != nil {
		return nil, fmt.Errorf("%s: formatting would change its meaning (a bug: please report it): %w", uri, err)
	}
	return formatted, nil
}

// byteOrderMark is what some editors put before a text; it means nothing in UTF-8.
var byteOrderMark = []byte("\ufeff")

// lineEnd is how the first line ends.
func lineEnd(content []byte) string {
	if at := bytes.IndexByte(content, '\n'); at > 0 && content[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// write writes lines at their levels, below the empty lines that they want.
func write(lines []*line, end string) []byte {
	var b bytes.Buffer
	for i, l := range lines {
		if i > 0 {
			b.WriteString(strings.Repeat(end, l.gap))
		}
		if l.text != "" {
			b.WriteString(strings.Repeat(indent, l.level))
			b.WriteString(l.text)
		}
		b.WriteString(end)
	}
	return b.Bytes()
}

// indent is one level.
const indent = "  "
