package feature

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v21"
)

// parseDocument reads a feature by the newest grammar and dialects. godog's own
// parser is older; it only ever sees scenarios that plan.Scenario.Gherkin has
// written out, so the types are those that godog's and ours have in common.
// A panic of the parser becomes an error: a file must not be able to end a run.
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
	if document.Feature != nil && made.language != "" { // the matcher says English
		document.Feature.Language = language
	}
	return document, nil
}

// scanner hands the parser lines that are in memory. The parser's own scanner
// cannot read a heading that the file lacks.
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

// splitLines are the lines of a file without what ends them.
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
