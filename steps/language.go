package steps

import "github.com/gherkube/gherkube/steps/internal/grammar"

// Language is a language of features. Its value is the code in a "# language:" comment of
// Gherkin.
type Language = grammar.Language

// The languages of the vocabulary.
const (
	English = grammar.English
	Korean  = grammar.Korean
)

// Sentence is the wording of a step in one language.
type Sentence = grammar.Sentence
