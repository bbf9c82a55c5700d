package layout

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// describe indents descriptions below their titles. Comments and empty lines in a
// description keep their places.
func describe(lines []*line) {
	for i, title := range lines {
		if title.isTitle() {
			describeOne(title, description(lines[i+1:]))
		}
	}
}

// description returns the lines from the first to the last line of text.
func description(after []*line) []*line {
	first, last := -1, -1
	for i, l := range after {
		if l.is(gherkin.TokenTypeOther) {
			if first < 0 {
				first = i
			}
			last = i
		} else if !l.isComment() {
			break
		}
	}
	if first < 0 {
		return nil
	}
	return after[first : last+1]
}

func describeOne(title *line, lines []*line) {
	var raw []string
	for _, l := range lines {
		if !l.isComment() {
			raw = append(raw, l.Raw)
		}
	}
	texts := block(raw)
	for i, l := range lines {
		l.level = title.level + 1
		if i > 0 {
			l.gap = l.blanks
		}
		if !l.isComment() {
			l.text, texts = texts[0], texts[1:]
		}
	}
}

// block removes the common indentation of all lines, and trailing white space. It
// keeps the two trailing spaces that are a line break in Markdown.
func block(lines []string) []string {
	common := commonIndent(lines)
	out := make([]string, len(lines))
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		out[i] = strings.TrimRight(l, " \t")[common:]
		if i+1 < len(lines) && strings.HasSuffix(l, "  ") {
			out[i] += "  "
		}
	}
	return out
}

func commonIndent(lines []string) int {
	common, known := "", false
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		own := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		if !known {
			common, known = own, true
		}
		for !strings.HasPrefix(own, common) {
			common = common[:len(common)-1]
		}
	}
	return len(common)
}
