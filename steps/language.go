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

// Sentences are all the ways to say the step, the English one first.
func (s Step) Sentences() []Sentence {
	all := []Sentence{{Language: English, Pattern: s.Pattern, Example: s.Example}}
	if s.Korean.Pattern != "" {
		korean := s.Korean
		korean.Language = Korean
		all = append(all, korean)
	}
	return all
}

// SentenceFor is the step's sentence whose pattern matches a text, and whether
// there is one.
func (s Step) SentenceFor(text string) (Sentence, bool) {
	for _, sentence := range s.Sentences() {
		if grammar.Regexp(sentence.Pattern).MatchString(text) {
			return sentence, true
		}
	}
	return Sentence{}, false
}

// inKorean adds how the step is said in Korean.
func (s Step) inKorean(sentence Sentence) Step {
	s.Korean = sentence
	return s
}
