package feature

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v21"
)

// parseDocument parses a feature with the newest grammar and dialects. godog's own
// parser is older, but it only reads scenarios that plan.Scenario.Gherkin has
// written. So the result has the types that both versions share. A panic of the
// parser becomes an error, because a file must not end a run.
func parseDocument(lines []string, made heading, newID func() string) (document *messages.GherkinDocument, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	builder := gherkin.NewAstBuilder(newID)
	parser := gherkin.NewParser(builder)
	language := cmp.Or(made.language, gherkin.DefaultDialect)
	matcher := gherkin.NewLanguageMatcher(gherkin.DialectsBuiltin(), language)
	if err := parser.Parse(&scanner{lines: lines, heading: made}, matcher); err != nil {
		return nil, err
	}
	written, err := json.Marshal(builder.GetGherkinDocument())
	if err != nil {
		return nil, fmt.Errorf("converting the document: %w", err)
	}
	document = &messages.GherkinDocument{}
	if err := json.Unmarshal(written, document); err != nil {
		return nil, fmt.Errorf("converting the document: %w", err)
	}
	if document.Feature != nil && made.language != "" { // the matcher reports English
		document.Feature.Language = language
	}
	return document, nil
}

// scanner passes lines in memory to the parser. The parser's own scanner cannot
// insert a missing heading.
type scanner struct {
	lines   []string
	next    int
	heading heading
}

// Scan returns the next line.
func (s *scanner) Scan() (line *gherkin.Line, atEOF bool, err error) {
	if s.heading.before > 0 && s.heading.before == s.next+1 {
		text := s.heading.text
		if s.heading.instead {
			s.next++
		}
		s.heading = heading{}
		return lineOf(text, max(1, s.next), false), false, nil
	}
	s.next++
	if s.next > len(s.lines) {
		return lineOf("", s.next, true), true, nil
	}
	return lineOf(s.lines[s.next-1], s.next, false), false, nil
}

func lineOf(text string, number int, atEOF bool) *gherkin.Line {
	return &gherkin.Line{LineText: text, LineNumber: number, TrimmedLineText: strings.TrimLeft(text, " \t"), AtEof: atEOF}
}

// splitLines returns the lines of a file without line endings.
func splitLines(content []byte) []string {
	text := strings.TrimSuffix(string(content), "\n")
	if text == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines
}
