package feature

import (
	"strings"

	messages "github.com/cucumber/messages/go/v21"
)

// Swallowed is a line of a doc string that reads as a step.
type Swallowed struct {
	Line, Opened int // its own line, and that of the doc string's delimiter
	Sentence     string
	Delimiter    string
}

// Swallowed returns the lines of doc strings that begin with a step keyword of the
// feature's language. A missing or mistyped delimiter turns steps into a doc
// string. Doc strings of the media type gherkin are skipped.
func (f *File) Swallowed() []Swallowed {
	var found []Swallowed
	eachStep(f.Document, func(s *messages.Step) {
		d := s.DocString
		if d == nil || isGherkin(d) {
			return
		}
		opened := int(d.Location.Line)
		for i, line := range strings.Split(d.Content, "\n") {
			if sentence := f.afterKeyword(line); sentence != "" {
				found = append(found, Swallowed{opened + 1 + i, opened, sentence, d.Delimiter})
			}
		}
	})
	return found
}

// afterKeyword returns the text after the step keyword of a line, or "".
func (f *File) afterKeyword(line string) string {
	line = trim(line)
	for _, keyword := range dialectNamed(f.Document.Feature.Language).StepKeywords() {
		if sentence, found := strings.CutPrefix(line, keyword); found {
			return strings.TrimSpace(sentence)
		}
	}
	return ""
}

func isGherkin(d *messages.DocString) bool { return strings.TrimSpace(d.MediaType) == "gherkin" }
