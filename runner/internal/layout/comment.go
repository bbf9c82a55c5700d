package layout

import (
	"regexp"
	"strings"
	"unicode"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// comment sets the levels of comments. A comment is at the level of the line below it.
// Where that begins another part, or an empty line is between, its indentation in the
// file tells what it belongs to: to what stands above it, or to a part around that.
func comment(lines []*line) {
	var above []*line // the lines that the one before is in, and itself
	for i, l := range lines {
		switch {
		case !l.isComment():
			above = within(above, l)
		case l.level > 0: // of a description
		case attached(lines, i):
			l.level = next(lines, i).level
		default:
			l.level = around(above, l)
		}
	}
}

// within adds a line to those that it is in.
func within(above []*line, l *line) []*line {
	if l.is(gherkin.TokenTypeOther, gherkin.TokenTypeTagLine, gherkin.TokenTypeLanguage) {
		return above
	}
	for len(above) > 0 && above[len(above)-1].level >= l.level {
		above = above[:len(above)-1]
	}
	return append(above, l)
}

// around is the level of the innermost of the lines that is not indented more than a
// comment. Of a table and its step at one indentation, it is the step.
func around(above []*line, l *line) int {
	for i := len(above) - 1; i >= 0; i-- {
		flat := i > 0 && above[i].isArgument() && above[i].source() <= above[i-1].source()
		if above[i].source() <= l.source() && !flat {
			return above[i].level
		}
	}
	return 0
}

// next is the first line below that is no comment, or nil.
func next(lines []*line, at int) *line {
	for _, l := range lines[at+1:] {
		if !l.isComment() {
			return l
		}
	}
	return nil
}

// attached tells whether a comment belongs to the line below it.
func attached(lines []*line, at int) bool {
	below := next(lines, at)
	switch {
	case below == nil:
		return false
	case !below.isHeading(), amongTags(lines, at):
		return true
	}
	for _, l := range lines[at:] {
		switch {
		case l != lines[at] && l.blanks > 0:
			return false
		case l == below:
			return true
		case below.level > 0 && l.source() > below.source():
			return false
		}
	}
	return false
}

// amongTags tells whether a comment stands between tags, or between them and their
// title.
func amongTags(lines []*line, at int) bool {
	for at > 0 && lines[at].isComment() {
		at--
	}
	return lines[at].is(gherkin.TokenTypeTagLine)
}

// hashed is a comment that is a word from its first character on.
var hashed = regexp.MustCompile(`^#[\pL\pN]`)

// commented is a comment with a space behind its #. Rulers, and other signs, stay.
func commented(text string) string {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if hashed.MatchString(text) {
		return "# " + text[1:]
	}
	return text
}
