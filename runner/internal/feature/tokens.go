package feature

import (
	"fmt"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Syntax parses a feature and reports only grammar errors and invalid characters.
// The document is nil if there are any.
func Syntax(uri string, content []byte) (*messages.GherkinDocument, []input.Problem) {
	lines := splitLines(content)
	if wrong := unreadable(uri, lines); wrong != nil {
		return nil, wrong
	}
	r := &reader{uri: uri, lines: lines, newID: (&messages.Incrementing{}).NewId}
	document := r.document()
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	return document, nil
}

// Token is a line of a feature with its role in the grammar.
type Token struct {
	*gherkin.Token
	Raw string // the line as it is written
}

// Tokens returns the lines of a valid feature in order, including empty lines and
// comments.
func Tokens(content []byte) (tokens []Token, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	lines := splitLines(content)
	var found collected
	matcher := gherkin.NewMatcher(gherkin.DialectsBuiltin())
	if err := gherkin.NewParser(&found).Parse(&scanner{lines: lines}, matcher); err != nil {
		return nil, err
	}
	for _, t := range found {
		if t.IsEOF() {
			continue
		}
		tokens = append(tokens, Token{t, lines[t.Location.Line-1]})
	}
	return tokens, nil
}

// collected is a builder that keeps the tokens and builds no document.
type collected []*gherkin.Token

// Build implements gherkin.Builder.
func (c *collected) Build(t *gherkin.Token) (bool, error) {
	*c = append(*c, t)
	return true, nil
}

// StartRule implements gherkin.Builder.
func (c *collected) StartRule(gherkin.RuleType) (bool, error) { return true, nil }

// EndRule implements gherkin.Builder.
func (c *collected) EndRule(gherkin.RuleType) (bool, error) { return true, nil }

// Reset implements gherkin.Builder.
func (c *collected) Reset() { *c = nil }
