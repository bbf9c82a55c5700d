package steps

import "github.com/gherkube/gherkube/steps/internal/grammar"

// Sentences returns all sentences of the step, the English one first.
func (s Step) Sentences() []Sentence {
	all := []Sentence{{Language: English, Pattern: s.Pattern, Example: s.Example}}
	if s.Korean.Pattern != "" {
		korean := s.Korean
		korean.Language = Korean
		all = append(all, korean)
	}
	return all
}

// SentenceFor returns the step's sentence whose pattern matches a text, and whether
// there is one.
func (s Step) SentenceFor(text string) (Sentence, bool) {
	for _, sentence := range s.Sentences() {
		if grammar.Regexp(sentence.Pattern).MatchString(text) {
			return sentence, true
		}
	}
	return Sentence{}, false
}

// inKorean adds the Korean sentence of the step.
func (s Step) inKorean(sentence Sentence) Step {
	s.Korean = sentence
	return s
}

// words returns what the step's pattern captures in a text, in the order of the
// function's arguments.
func (s Step) words(text string) []string {
	sentence, found := s.SentenceFor(text)
	if !found {
		return nil
	}
	return sentence.Arguments(grammar.Regexp(sentence.Pattern).FindStringSubmatch(text)[1:])
}
