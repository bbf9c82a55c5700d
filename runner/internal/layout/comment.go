package layout

import (
	"regexp"
	"strings"
	"unicode"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// comment sets the levels of comments. A comment has the level of the line below
// it. If that line begins another part, or an empty line separates them, the
// comment's indentation in the file decides. The comment then belongs to the line
// above, or to a part that contains that line.
func comment(lines []*line) {
	var above []*line // the previous line and the lines that contain it
	for i, l := range lines {
		switch {
		case !l.isComment():
			above = within(above, l)
		case l.level > 0: // in a description
		case attached(lines, i):
			l.level = next(lines, i).level
		default:
			l.level = around(above, l)
		}
	}
}

// within returns the line and the lines that contain it.
func within(above []*line, l *line) []*line {
	if l.is(gherkin.TokenTypeOther, gherkin.TokenTypeTagLine, gherkin.TokenTypeLanguage) {
		return above
	}
	for len(above) > 0 && above[len(above)-1].level >= l.level {
		above = above[:len(above)-1]
	}
	return append(above, l)
}

// around returns the level of the innermost of the lines that is not indented more
// than a comment. If a table and its step have the same indentation, it is the
// step's.
func around(above []*line, l *line) int {
	for i := len(above) - 1; i >= 0; i-- {
		flat := i > 0 && above[i].isArgument() && above[i].source() <= above[i-1].source()
		if above[i].source() <= l.source() && !flat {
			return above[i].level
		}
	}
	return 0
}

// next returns the first line below that is not a comment, or nil.
func next(lines []*line, at int) *line {
	for _, l := range lines[at+1:] {
		if !l.isComment() {
			return l
		}
	}
	return nil
}

// attached reports whether a comment belongs to the line below it.
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

// amongTags reports whether a comment is between tags, or between tags and their
// title.
func amongTags(lines []*line, at int) bool {
	for at > 0 && lines[at].isComment() {
		at--
	}
	return lines[at].is(gherkin.TokenTypeTagLine)
}

// hashed matches a comment with a letter or digit directly after the #.
var hashed = regexp.MustCompile(`^#[\pL\pN]`)

// commented adds a space after the # of a comment. Rulers and other signs stay.
func commented(text string) string {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if hashed.MatchString(text) {
		return "# " + text[1:]
	}
	return text
}
