package steps

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/duration"
)

// Language is one that features are written in, by the code that Gherkin has
// for it after "# language:".
type Language string

// The languages of the vocabulary.
const (
	English Language = "en"
	Korean  Language = "ko"
)

// Sentence is how a step is said in one language. What it captures is handed
// to the step's function in English and in the order of the English sentence,
// so one function serves all languages.
type Sentence struct {
	Language Language
	Pattern  string            // a regular expression for the whole sentence
	Example  string            // a sentence that the pattern matches
	Order    []int             // which argument each group is; nil: the first is the first
	Words    map[string]string // captured words that the function knows in English only
}

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
		if regexpOf(sentence.Pattern).MatchString(text) {
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

// Arguments are what the sentence's groups captured, as its function takes
// them.
func (s Sentence) Arguments(captured []string) []string {
	args := make([]string, len(captured))
	for i, word := range captured {
		args[s.place(i)] = s.english(word)
	}
	return args
}

// place is the argument that a group is.
func (s Sentence) place(group int) int {
	if group < len(s.Order) {
		return s.Order[group]
	}
	return group
}

func (s Sentence) english(word string) string {
	if english, found := s.Words[word]; found {
		return english
	}
	if s.Language == Korean {
		return duration.English(word)
	}
	return word
}

// function is the step's function as godog calls it for this sentence: the
// strings that the groups captured stand first, then a table or a doc string.
func (s Sentence) function(english any) any {
	if s.Language == English {
		return english
	}
	called := reflect.ValueOf(english)
	n := groups(s.Pattern)
	return reflect.MakeFunc(called.Type(), func(in []reflect.Value) []reflect.Value {
		captured := make([]string, n)
		for i := range captured {
			captured[i] = in[1+i].String()
		}
		in = slices.Clone(in)
		for i, arg := range s.Arguments(captured) {
			in[1+i] = reflect.ValueOf(arg)
		}
		return called.Call(in)
	}).Interface()
}

var eitherForm = regexp.MustCompile(`\{([^{}/]*(?:/[^{}/]*)+)\}`)

// forms turns the {one/other} of a pattern into a group that captures nothing.
// Korean needs it: a particle depends on the last sound of the name before it
// ("web"{이/가}), and a verb's ending on the keywords (먼저 만든다, 만일 만들고
// 그리고 만들면: 만{든다/들고/들면}).
func forms(pattern string) string {
	return eitherForm.ReplaceAllStringFunc(pattern, func(found string) string {
		return "(?:" + strings.ReplaceAll(strings.Trim(found, "{}"), "/", "|") + ")"
	})
}
