// Package feature parses feature files, reports errors that Gherkin parsers ignore,
// and selects scenarios by file, folder or line.
package feature

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v26"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// File is a parsed feature file.
type File struct {
	URI      string // the path as the user wrote it, with slashes
	Content  []byte
	Lines    []string // of the content
	Document *messages.GherkinDocument
	Pickles  []*messages.Pickle
}

// Parse parses a feature. newID makes the IDs of its parts. The problems are all
// errors of Gherkin in it. With problems, the file is incomplete, or nil if nothing
// could be parsed.
func Parse(uri string, content []byte, newID func() string) (*File, []input.Problem) {
	lines := splitLines(content)
	if wrong := unreadable(uri, lines); wrong != nil {
		return nil, wrong
	}
	r := &reader{uri: uri, lines: lines, newID: newID}
	document := r.document()
	if document == nil {
		return nil, r.problems
	}
	document.Uri = uri
	file := &File{
		URI: uri, Content: content, Document: document, Lines: lines,
		Pickles: gherkin.Pickles(*document, uri, newID),
	}
	return file, append(r.problems, file.lost()...)
}

// Lines returns the lines of all scenarios, steps and rows of Examples of a
// document, by ID.
func Lines(document *messages.GherkinDocument) map[string]int {
	lines := map[string]int{}
	eachStep(document, func(s *messages.Step) { lines[s.Id] = int(s.Location.Line) })
	eachScenario(document, func(s *messages.Scenario) {
		lines[s.Id] = int(s.Location.Line)
		for _, examples := range s.Examples {
			for _, row := range examples.TableBody {
				lines[row.Id] = int(row.Location.Line)
			}
		}
	})
	return lines
}

// DocStrings returns the lines of all doc strings (of their opening delimiters), by
// the ID of their step.
func DocStrings(document *messages.GherkinDocument) map[string]int {
	lines := map[string]int{}
	eachStep(document, func(s *messages.Step) {
		if s.DocString != nil {
			lines[s.Id] = int(s.DocString.Location.Line)
		}
	})
	return lines
}

// Keywords returns the keywords of all steps by ID, in the language of the feature.
func Keywords(document *messages.GherkinDocument) map[string]string {
	keywords := map[string]string{}
	eachStep(document, func(s *messages.Step) { keywords[s.Id] = strings.TrimSpace(s.Keyword) })
	return keywords
}

// PickleLine returns the line that identifies a scenario: that of the row for an
// outline, otherwise that of the heading.
func PickleLine(lines map[string]int, pickle *messages.Pickle) int {
	return lines[pickle.AstNodeIds[len(pickle.AstNodeIds)-1]]
}
