package feature

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gherkube/gherkube/steps/spelling"
)

// bullet matches the beginning of a list item.
var bullet = regexp.MustCompile(`^(?:[-+*•·–—]|\d+[.)]) +`)

// numbered matches the beginning of a numbered list item.
var numbered = regexp.MustCompile(`^(?:\d+|\p{L})[.)] *`)

// aside matches a remark after a sentence: a comment, or words in parentheses.
var aside = regexp.MustCompile(`\s+(?:#.*|\([^()"]*\))$`)

// Sentences returns the sentences that the author of a line of a description may
// have meant as a step: the line without its keyword, in any language or spelling.
func (p Prose) Sentences(language string) []string {
	text := typed(p.Text)
	meant := append(parts(text), opened(text))
	lower := strings.ToLower(text)
	for _, keyword := range stepKeywords(language) {
		if strings.HasPrefix(lower, keyword) && len(lower) == len(text) {
			meant = append(meant, strings.TrimLeft(text[len(keyword):], before))
		}
	}
	for _, sentence := range slices.Clone(meant) {
		meant = append(meant, aside.ReplaceAllString(sentence, ""), strings.Trim(sentence, `()"'`))
	}
	for _, sentence := range slices.Clone(meant) {
		ended := strings.TrimRightFunc(sentence, func(r rune) bool { return !isWord(r) && r != '"' && r != ':' })
		meant = append(meant, ended, strings.TrimRight(ended, ":"), lowerFirst(sentence), lowerFirst(ended))
	}
	slices.Sort(meant)
	return slices.DeleteFunc(slices.Compact(meant), func(s string) bool { return s == "" })
}

// Glued returns the step keyword that a line begins with, without a space after it,
// and the rest of the line. certain is true if no prose continues like that.
func (p Prose) Glued(language string) (keyword, rest string, certain bool) {
	text := opened(typed(p.Text))
	lower := strings.ToLower(text)
	for _, k := range stepKeywords(language) {
		if k == "*" || !strings.HasPrefix(lower, k) || len(lower) != len(text) {
			continue
		}
		rest := text[len(k):]
		first, _ := utf8.DecodeRuneInString(rest)
		if rest == "" || first == ' ' {
			return "", "", false
		}
		return text[:len(k)], strings.TrimLeft(rest, before), first == '"'
	}
	return "", "", false
}

func lowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// Keyword returns the step keyword that a line begins with, even with a typo, and
// the rest of the line. certain is true if no prose begins like that: the keyword
// has a typo, is in capitals, or is followed by a tab or a colon.
func (p Prose) Keyword(language string) (keyword, rest string, certain bool) {
	first, rest, spaced := strings.Cut(opened(typed(p.Text)), " ")
	word := strings.TrimRightFunc(first, func(r rune) bool { return !isWord(r) })
	lower := strings.ToLower(word)
	for _, k := range stepKeywords(language) {
		switch {
		case lower == k && k != "*":
			return k, rest, p.begins(word, first, spaced)
		case len([]rune(k)) >= 3 && len([]rune(word)) >= 3 && !ordinary[lower] && spelling.Distance(lower, k) == 1:
			return k, rest, spaced && unlikeWords(lower, k)
		}
	}
	return "", "", false
}

// begins reports whether the line begins with the word of a keyword in a way in
// which prose does not begin.
func (p Prose) begins(word, first string, spaced bool) bool {
	lower, upper := strings.ToLower(word), strings.ToUpper(word)
	switch {
	case first != word && first != word+":", bullet.MatchString(p.Text):
		return false
	case !spaced:
		return word != lower || lower == upper
	case word != first, word == upper && lower != upper:
		return true
	}
	return strings.HasPrefix(typed(p.Text), word) && !strings.HasPrefix(p.Text, word+" ")
}

// Misplaced reports whether the line begins with a correct step keyword and does
// not end like a sentence of prose.
func (p Prose) Misplaced(language string) bool {
	d := dialectNamed(language)
	return !strings.ContainsAny(p.Text[len(p.Text)-1:], ".,:;!?") && slices.ContainsFunc(d.StepKeywords(), func(k string) bool {
		return strings.HasPrefix(p.Text, k)
	})
}

// unlikeWords reports whether a keyword with a typo resembles no ordinary word. In
// English, this applies to the longer keywords, and to swapped letters.
func unlikeWords(word, keyword string) bool {
	switch keyword {
	case "given", "when", "then":
		return true
	case "and", "but":
		return len(word) == len(keyword) && sortedLetters(word) == sortedLetters(keyword)
	}
	return false
}

func sortedLetters(word string) string {
	letters := []rune(word)
	slices.Sort(letters)
	return string(letters)
}
