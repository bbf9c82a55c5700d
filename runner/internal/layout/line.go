package layout

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// line is a non-empty line of the file, or any line of a doc string.
type line struct {
	feature.Token
	text   string // the text without indentation
	level  int    // the level of indentation
	gap    int    // the number of empty lines above it
	blanks int    // their number in the file
}

// source returns the indentation of the line in the file, in characters.
func (l *line) source() int { return len(l.Raw) - len(strings.TrimLeft(l.Raw, " \t")) }

func (l *line) is(types ...gherkin.TokenType) bool {
	for _, t := range types {
		if l != nil && l.Type == t {
			return true
		}
	}
	return false
}

func (l *line) isComment() bool { return l.is(gherkin.TokenTypeComment) }

// isHeading reports whether the line begins a part of the feature, or is a tag of
// it.
func (l *line) isHeading() bool { return l.is(gherkin.TokenTypeTagLine) || l.isTitle() }

// isTitle reports whether the line has the keyword of a part.
func (l *line) isTitle() bool {
	return l.is(gherkin.TokenTypeFeatureLine, gherkin.TokenTypeRuleLine, gherkin.TokenTypeBackgroundLine,
		gherkin.TokenTypeScenarioLine, gherkin.TokenTypeExamplesLine)
}

// isArgument reports whether the line belongs to the step or the Examples above it.
func (l *line) isArgument() bool {
	return l.is(gherkin.TokenTypeTableRow, gherkin.TokenTypeDocStringSeparator)
}

// arrange turns tokens into lines with text, level and gap.
func arrange(tokens []feature.Token) []*line {
	lines := separated(tokens)
	place(lines)
	describe(lines)
	quote(lines)
	for _, l := range lines {
		l.render()
	}
	align(lines)
	comment(lines)
	space(lines)
	return lines
}

// separated removes and counts empty lines, except those in doc strings.
func separated(tokens []feature.Token) (lines []*line) {
	quoted, blanks := false, 0
	for _, t := range tokens {
		if t.Type == gherkin.TokenTypeDocStringSeparator {
			quoted = !quoted
		}
		if !quoted && strings.TrimSpace(t.Raw) == "" {
			blanks++
			continue
		}
		lines = append(lines, &line{Token: t, blanks: blanks})
		blanks = 0
	}
	return lines
}

// place sets the level of lines with a fixed level. Tags have the level of what
// they tag.
func place(lines []*line) {
	scenario := 1 // the level of scenarios
	for i, l := range lines {
		switch l.Type {
		case gherkin.TokenTypeRuleLine:
			l.level, scenario = 1, 2
		case gherkin.TokenTypeBackgroundLine, gherkin.TokenTypeScenarioLine:
			l.level = scenario
		case gherkin.TokenTypeExamplesLine, gherkin.TokenTypeStepLine:
			l.level = scenario + 1
		case gherkin.TokenTypeTableRow, gherkin.TokenTypeDocStringSeparator:
			l.level = scenario + 2
		}
		if l.isTitle() {
			for at := i - 1; at >= 0 && (lines[at].isComment() || lines[at].is(gherkin.TokenTypeTagLine)); at-- {
				if !lines[at].isComment() {
					lines[at].level = l.level
				}
			}
		}
	}
}

// render sets the text of a line that does not depend on other lines.
func (l *line) render() {
	switch l.Type {
	case gherkin.TokenTypeLanguage:
		l.text = "# language: " + l.Text
	case gherkin.TokenTypeComment:
		l.text = commented(l.Text)
	case gherkin.TokenTypeTagLine:
		l.text = tagged(l.Raw)
	case gherkin.TokenTypeStepLine:
		l.text = l.step()
	}
	if l.isTitle() {
		l.text = strings.TrimRight(l.Keyword+": "+l.Text, " ")
	}
}

// step returns a keyword and a sentence. In languages whose keywords end without a
// space, people may write one. A step without a sentence needs the space after its
// keyword.
func (l *line) step() string {
	rest := strings.TrimLeft(l.Raw, " \t")[len(l.Keyword):]
	if l.Text != "" && strings.TrimLeft(rest, " \t") != rest && !strings.HasSuffix(l.Keyword, " ") {
		return l.Keyword + " " + l.Text
	}
	return l.Keyword + l.Text
}
