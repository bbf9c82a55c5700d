package steps

import "github.com/gherkube/gherkube/steps/internal/grammar"

// Language is a language of features, by Gherkin's code for it after "# language:".
type Language = grammar.Language

// The languages of the vocabulary.
const (
	English = grammar.English
	Korean  = grammar.Korean
)

// Sentence is the wording of a step in one language.
type Sentence = grammar.Sentence
