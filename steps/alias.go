package steps

import (
	"regexp"
	"slices"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Alias is the kind of thing that a scenario gives a name to.
type Alias int

// The kinds of aliases. Sentences write names of pods and of remembered objects in
// quotes, and names of values as ${name}.
const (
	NoAlias     = Alias(nothing)
	PodAlias    = Alias(thePods)
	ValueAlias  = Alias(aValue)
	MemoryAlias = Alias(aMemory)
)

var aliases = []output{thePods, aValue, aMemory}

// Gives returns the name that a sentence gives, and the kind of thing it names. The name
// is empty if the sentence gives none.
func (v *Vocabulary) Gives(sentence string) (name string, to Alias) {
	found := v.Match(sentence)
	if len(found) != 1 || !slices.Contains(aliases, found[0].gives) {
		return "", NoAlias
	}
	words := found[0].words(sentence)
	return words[len(words)-1], Alias(found[0].gives)
}

// SpeaksOf returns the kind of alias that a sentence uses a quoted name as. A step with
// such a sentence is valid only if an earlier sentence gave the name.
func (v *Vocabulary) SpeaksOf(sentence, name string) Alias {
	found := v.Match(sentence)
	if len(found) != 1 || found[0].check == nil {
		return NoAlias
	}
	others := outputs{anOutput: {""}}
	for _, text := range anyQuoted.FindAllStringSubmatch(sentence, -1) {
		if text[1] != name {
			others[thePods] = append(others[thePods], text[1])
			others[aMemory] = append(others[aMemory], text[1])
		}
	}
	check := func(given outputs) string {
		if err := found[0].check(Line{Text: sentence, given: given}, found[0].words(sentence)); err != nil {
			return err.Error()
		}
		return ""
	}
	without := check(others)
	for _, kind := range []output{thePods, aMemory} {
		with := outputs{anOutput: {""}, thePods: slices.Clone(others[thePods]), aMemory: slices.Clone(others[aMemory])}
		with[kind] = append(with[kind], name)
		if without != "" && check(with) == "" {
			return Alias(kind)
		}
	}
	return NoAlias
}

var anyQuoted = regexp.MustCompile(`"([^"]+)"`)

// ValuePlaceholder matches the reference to a named value in sentences, doc strings and
// tables. Its group captures the name.
var ValuePlaceholder = grammar.Placeholder
