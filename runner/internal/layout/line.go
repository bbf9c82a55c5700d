package layout

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// line is a line of the file that is not empty, or one of a doc string.
type line struct {
	feature.Token
	text   string // what is written, without indentation
	level  int    // how deep it is indented
	gap    int    // how many empty lines stand above it
	blanks int    // how many did in the file
}

// source is the indentation that the line has in the file, in characters.
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

// isHeading tells whether the line begins a part of the feature, or is a tag of it.
func (l *line) isHeading() bool { return l.is(gherkin.TokenTypeTagLine) || l.isTitle() }

// isTitle tells whether the line has the keyword of a part.
func (l *line) isTitle() bool {
	return l.is(gherkin.TokenTypeFeatureLine, gherkin.TokenTypeRuleLine, gherkin.TokenTypeBackgroundLine,
		gherkin.TokenTypeScenarioLine, gherkin.TokenTypeExamplesLine)
}

// isArgument tells whether the line belongs to the step or the Examples above it.
func (l *line) isArgument() bool {
	return l.is(gherkin.TokenTypeTableRow, gherkin.TokenTypeDocStringSeparator)
}

// arrange makes lines of tokens: text, level and gap of each.
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

// separated leaves out empty lines, but for those of doc strings, and counts them.
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

// place sets the level of what has a fixed one. Tags are at the level of what they tag.
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

// render sets the text of a line that is the same wherever it stands.
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

// step is a keyword and a sentence. Keywords of some languages end with no space, and
// people write one; a step without a sentence is one only with the space behind it.
func (l *line) step() string {
	rest := strings.TrimLeft(l.Raw, " \t")[len(l.Keyword):]
	if l.Text != "" && strings.TrimLeft(rest, " \t") != rest && !strings.HasSuffix(l.Keyword, " ") {
		return l.Keyword + " " + l.Text
	}
	return l.Keyword + l.Text
}
