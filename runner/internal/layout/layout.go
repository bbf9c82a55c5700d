// Package layout formats features: indentation, blank lines, tables. It moves white
// space only, and verifies for each file that its meaning is unchanged.
//
// The layout is that of Cucumber's own formatter (cucumber/gherkin-utils,
// pretty.ts), which the official editor extensions use, with these differences:
// comments stay where they are, single blank lines between steps stay, tags stay on
// their lines, and a description is indented as one block.
package layout

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// Format returns the content of a feature file in the official layout, with the
// line ending of the first line. An input.Error lists syntax errors by the lines of
// uri. Any other error is a bug in this package: the result would have another
// meaning.
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

// byteOrderMark is written by some editors at the beginning of a file. It has no
// meaning in UTF-8.
var byteOrderMark = []byte("\ufeff")

// lineEnd returns the line ending of the first line.
func lineEnd(content []byte) string {
	if at := bytes.IndexByte(content, '\n'); at > 0 && content[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// write writes lines with their indentation and the empty lines above them.
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
