package planner

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// prose rejects lines of descriptions that may be meant as steps or tags. Gherkin
// drops them silently, and a scenario without its fault would pass.
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

// headings rejects steps after the keyword of a part, where they are its name,
// unless the part has the same step.
func (m *maker) headings(file *feature.File) {
	for _, h := range file.Headings() {
		name := feature.Prose{Line: h.Line, Text: h.Name}
		if keyword, sentence, _ := name.Keyword(file.Document.Feature.Language); keyword != "" && m.says(sentence) && !file.Says(sentence) {
			m.problem(file.URI, h.Line, "%q is the name of the %s and no step: write it on a line of its own", h.Name, h.Keyword)
		}
	}
}

// swallowed rejects steps within doc strings.
func (m *maker) swallowed(file *feature.File) {
	for _, line := range file.Swallowed() {
		if m.says(line.Sentence) {
			m.problem(file.URI, line.Line, "this step stands within the doc string that begins on line %d: close that with a line of %s, or begin it with %[2]sgherkin if it is to hold steps",
				line.Opened, line.Delimiter)
		}
	}
}

// wrongWithin reports whether one of the lines already has a problem.
func (m *maker) wrongWithin(uri string, first, last int) bool {
	lines := m.wrong[uri]
	from, _ := slices.BinarySearch(lines, first)
	return from < len(lines) && lines[from] <= last
}

// meant says what to write instead of a line of a description, or returns "" if the
// line is prose.
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

// wholeWord matches ordinary words that begin like a keyword.
var wholeWord = regexp.MustCompile(`(?i)^\W*(?:when(?:ever|ce|soever)|thence|givens|and\p{L}|but\p{L})`)

// acts matches lines that sound like steps: in the first person, with the name of a
// node, or with a quoted text at the end.
var acts = regexp.MustCompile(`^(?:\S+ )?I (?:run|try|apply|create) |\b(?:worker|control-plane)-\d+\b[^.]*$|["'][^"']+["']$`)

func (m *maker) says(sentence string) bool { return len(m.vocabulary.Match(sentence)) > 0 }

// resembles reports whether a sentence is similar to one of the vocabulary.
func (m *maker) resembles(sentence string) bool {
	guesses := m.index().Meant(sentence, "", 1)
	return len(guesses) > 0 && guesses[0].Alike >= alikeSteps
}

// alikeSteps is the similarity from which a line that begins like a keyword counts
// as a step with a typo.
const alikeSteps = 0.7

// isTag reports whether all words of a line are tags with a meaning, without the @.
func isTag(line string) bool {
	words := strings.Fields(strings.NewReplacer(",", " ", "＠", " ").Replace(line))
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool {
		return !slices.Contains(meaningful, "@"+word)
	})
}
