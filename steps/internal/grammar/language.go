package grammar

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/duration"
)

// Language is a language of features, as Gherkin's code for it after "# language:".
type Language string

// The languages of the vocabulary.
const (
	English Language = "en"
	Korean  Language = "ko"
)

// Sentence is the sentence of a step in one language. The step's function gets the
// captured words in English and in the order of the English sentence, so one function
// serves all languages.
type Sentence struct {
	Language Language
	Pattern  string            // a regular expression for the whole sentence
	Example  string            // a sentence that the pattern matches
	Order    []int             // the argument that each group supplies; nil: groups are in argument order
	Words    map[string]string // captured words and their English form
	// Translate translates captured words that cannot be listed into English, given the
	// index of their argument; nil means that Words is complete.
	Translate func(argument int, word string) string
}

// Arguments returns the words that the groups captured, translated and in the order of
// the function's arguments.
func (s Sentence) Arguments(captured []string) []string {
	args := make([]string, len(captured))
	for i, word := range captured {
		args[s.Place(i)] = s.english(s.Place(i), word)
	}
	return args
}

// Place returns the index of the argument that a capture group supplies.
func (s Sentence) Place(group int) int {
	if group < len(s.Order) {
		return s.Order[group]
	}
	return group
}

func (s Sentence) english(argument int, word string) string {
	if english, found := s.Words[word]; found {
		return english
	}
	if s.Translate != nil {
		word = s.Translate(argument, word)
	}
	if s.Language == Korean {
		return duration.English(word)
	}
	return word
}

// Function adapts the step's function to this sentence, as godog calls it: first the
// captured strings, then a table or a doc string.
func (s Sentence) Function(english any) any {
	if s.Language == English {
		return english
	}
	called := reflect.ValueOf(english)
	n := Groups(s.Pattern)
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

// Forms replaces {one/other} in a pattern with a non-capturing group. Korean needs it: a
// particle depends on the final sound of the preceding name ("web"{이/가}), and a verb
// ending on the keyword (먼저 만든다, 만일 만들고, 그리고 만들면: 만{든다/들고/들면}).
func Forms(pattern string) string {
	return eitherForm.ReplaceAllStringFunc(pattern, func(found string) string {
		return "(?:" + strings.ReplaceAll(strings.Trim(found, "{}"), "/", "|") + ")"
	})
}
