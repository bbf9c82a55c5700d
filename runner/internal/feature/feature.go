// Package feature reads feature files as godog's parser does, and selects what a
// command line names: a file, a folder or a line.
package feature

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v26"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// File is a feature file that could be read.
type File struct {
	URI      string // the path as the person wrote it, with slashes
	Content  []byte
	Lines    []string // of the content
	Document *messages.GherkinDocument
	Pickles  []*messages.Pickle
}

// Parse reads a feature. The ids of its parts come from newID. Problems are
// all that is wrong with it as Gherkin; the file is nil if nothing could be
// made of it, and incomplete if there are problems.
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

// Lines returns the line of every scenario, step and row of examples of a
// document by its id.
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

// DocStrings returns the line of every doc string, that of its first three
// quotes, by the id of its step.
func DocStrings(document *messages.GherkinDocument) map[string]int {
	lines := map[string]int{}
	eachStep(document, func(s *messages.Step) {
		if s.DocString != nil {
			lines[s.Id] = int(s.DocString.Location.Line)
		}
	})
	return lines
}

// Keywords returns the keyword of every step by its id, in the words of the
// feature's language.
func Keywords(document *messages.GherkinDocument) map[string]string {
	keywords := map[string]string{}
	eachStep(document, func(s *messages.Step) { keywords[s.Id] = strings.TrimSpace(s.Keyword) })
	return keywords
}

// PickleLine is the line that names a scenario: that of its row for an
// outline, of its heading otherwise.
func PickleLine(lines map[string]int, pickle *messages.Pickle) int {
	return lines[pickle.AstNodeIds[len(pickle.AstNodeIds)-1]]
}
