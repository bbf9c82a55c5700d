package planner

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// prose refuses lines of descriptions that their author may have meant as
// steps or tags: Gherkin drops them without a word, and a scenario whose fault
// is dropped passes.
func (m *maker) prose(file *feature.File) {
	for _, line := range file.Prose() {
		if line.Quoted() || m.wrongWithin(file.URI, line.Line, line.Line) {
			continue
		}
		if advice := m.meant(line, file.Document.Feature.Language); advice != "" {
			m.problem(file.URI, line.Line, "%q is taken for a description of %s: %s; %s", line.Text, line.Of, advice, feature.IsProse)
		}
	}
}

// headings refuses steps that stand behind the keyword of a part, where they
// are its name, unless the step is there too.
func (m *maker) headings(file *feature.File) {
	for _, h := range file.Headings() {
		name := feature.Prose{Line: h.Line, Text: h.Name}
		if keyword, sentence, _ := name.Keyword(file.Document.Feature.Language); keyword != "" && m.says(sentence) && !file.Says(sentence) {
			m.problem(file.URI, h.Line, "%q is the name of the %s and no step: write it on a line of its own", h.Name, h.Keyword)
		}
	}
}

// swallowed refuses steps within doc strings.
func (m *maker) swallowed(file *feature.File) {
	for _, line := range file.Swallowed() {
		if m.says(line.Sentence) {
			m.problem(file.URI, line.Line, "this step stands within the doc string that begins on line %d: close that with a line of %s, or begin it with %[2]sgherkin if it is to hold steps",
				line.Opened, line.Delimiter)
		}
	}
}

// wrongWithin reports whether there is a problem already on one of the lines.
func (m *maker) wrongWithin(uri string, first, last int) bool {
	lines := m.wrong[uri]
	from, _ := slices.BinarySearch(lines, first)
	return from < len(lines) && lines[from] <= last
}

// meant tells what to write in place of a line of a description, or nothing if
// it is prose.
func (m *maker) meant(line feature.Prose, language string) string {
	keyword, rest, certain := line.Keyword(language)
	switch glued, after, sure := line.Glued(language); {
	case glued != "" && (sure || m.says(after) || m.says(strings.Trim(after, `()"'`)) || !wholeWord.MatchString(line.Text) && m.resembles(after)):
		return "put a space after " + glued
	case isTag(line.Text):
		return "write @ before a tag"
	case line.Examples && line.Misplaced(language):
		return "a step stands before Examples"
	case slices.ContainsFunc(line.Sentences(language), m.says), certain, keyword != "" && m.resembles(rest), acts.MatchString(line.Text) && slices.ContainsFunc(line.Sentences(language), m.resembles):
		return "a step begins with a keyword and a space (Given, When, Then, And, But) and stands in a Scenario or a Background"
	}
	return ""
}

// wholeWord finds words of prose that begin as a keyword does.
var wholeWord = regexp.MustCompile(`(?i)^\W*(?:when(?:ever|ce|soever)|thence|givens|and\p{L}|but\p{L})`)

// acts finds lines that speak as steps do: in the first person, of a node by its
// name, or of something in quotes at the end.
var acts = regexp.MustCompile(`^(?:\S+ )?I (?:run|try|apply|create) |\b(?:worker|control-plane)-\d+\b[^.]*$|["'][^"']+["']$`)

func (m *maker) says(sentence string) bool { return len(m.vocabulary.Match(sentence)) > 0 }

// resembles reports whether a sentence is nearly one of the vocabulary.
func (m *maker) resembles(sentence string) bool {
	guesses := m.index().Meant(sentence, "", 1)
	return len(guesses) > 0 && guesses[0].Alike >= alikeSteps
}

// alikeSteps is from where on a line that begins with the word of a keyword is
// taken for a step with a mistake in it.
const alikeSteps = 0.7

// isTag reports whether all words of a line are tags that mean something, but
// for the @.
func isTag(line string) bool {
	words := strings.Fields(strings.NewReplacer(",", " ", "＠", " ").Replace(line))
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool {
		return !slices.Contains(meaningful, "@"+word)
	})
}
