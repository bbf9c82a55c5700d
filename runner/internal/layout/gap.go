package layout

import gherkin "github.com/cucumber/gherkin/go/v42"

// space sets how many empty lines stand above each line, but within descriptions, which
// have theirs.
func space(lines []*line) {
	quoted := false
	for i, l := range lines {
		delimiter := l.is(gherkin.TokenTypeDocStringSeparator)
		if delimiter {
			quoted = !quoted
		}
		switch {
		case i == 0 || quoted || delimiter:
		case l.is(gherkin.TokenTypeOther):
			if lines[i-1].isComment() {
				l.gap = l.blanks // a part of the description
			}
		case l.isComment():
			l.gap = aboveComment(lines, i)
		default:
			l.gap = gap(lines, i)
		}
	}
}

// gap is how many empty lines stand above a line that is no comment.
func gap(lines []*line, at int) int {
	before, l := lines[at-1], lines[at]
	switch {
	case l.isArgument(), before.is(gherkin.TokenTypeTagLine), before.isComment() && amongTags(lines, at-1):
		return 0
	case l.isHeading() && before.isComment():
		return oneUnless(attached(lines, at-1))
	}
	return between(before, l, l.blanks)
}

// between is how many empty lines stand between two lines, or above the comments that
// belong to the second, where the file has so many.
func between(before, l *line, blanks int) int {
	switch {
	case l.isArgument(), before.is(gherkin.TokenTypeLanguage) && l.isHeading():
		return 0
	case l.isHeading(), before.is(gherkin.TokenTypeOther):
		return 1
	case before.isTitle():
		return 0
	}
	return min(1, blanks)
}

// aboveComment is the gap of a comment: that of the line it belongs to, above the first
// of several.
func aboveComment(lines []*line, at int) int {
	l, before, below := lines[at], lines[at-1], next(lines, at)
	switch {
	case below.is(gherkin.TokenTypeOther):
		return l.blanks // within a description, or above it
	case amongTags(lines, at):
		return 0
	case !attached(lines, at), before.is(gherkin.TokenTypeLanguage), before.isComment() && attached(lines, at-1):
		return min(1, l.blanks)
	case before.isComment():
		return oneUnless(!below.isHeading())
	}
	return between(before, below, l.blanks)
}

func oneUnless(none bool) int {
	if none {
		return 0
	}
	return 1
}
