package steps

import "github.com/gherkube/gherkube/steps/internal/grammar"

// Language is one that features are written in, by the code that Gherkin has
// for it after "# language:".
type Language = grammar.Language

// The languages of the vocabulary.
const (
	English = grammar.English
	Korean  = grammar.Korean
)

// Sentence is how a step is said in one language.
type Sentence = grammar.Sentence
