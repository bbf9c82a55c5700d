package layout

import gherkin "github.com/cucumber/gherkin/go/v42"

// space sets the number of empty lines above each line, except in descriptions,
// which keep theirs.
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
				l.gap = l.blanks // within a description
			}
		case l.isComment():
			l.gap = aboveComment(lines, i)
		default:
			l.gap = gap(lines, i)
		}
	}
}

// gap returns the number of empty lines above a line that is not a comment.
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

// between returns the number of empty lines between two lines, or above the
// comments of the second one. blanks is their number in the file.
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

// aboveComment returns the number of empty lines above a comment. The first of
// several comments gets those of the line that they belong to.
func aboveComment(lines []*line, at int) int {
	l, before, below := lines[at], lines[at-1], next(lines, at)
	switch {
	case below.is(gherkin.TokenTypeOther):
		return l.blanks // within or above a description
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
