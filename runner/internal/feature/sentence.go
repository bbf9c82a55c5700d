package feature

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gherkube/gherkube/steps/spelling"
)

// bullet is what people put before a line of a list.
var bullet = regexp.MustCompile(`^(?:[-+*•·–—]|\d+[.)]) +`)

// numbered is how the lines of a list are numbered.
var numbered = regexp.MustCompile(`^(?:\d+|\p{L})[.)] *`)

// aside is a remark behind a sentence: a comment, or words in parentheses.
var aside = regexp.MustCompile(`\s+(?:#.*|\([^()"]*\))$`)

// Sentences are what the author of a line of a description may have meant as a
// step: the line without a keyword, whatever language or spelling it has.
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

// Glued returns the step keyword that a line of a description begins with, with
// no space after it, and the rest of the line. Certain says that no prose goes
// on so.
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

// Keyword is the step keyword that a line of a description begins with, as far
// as people can tell, and what follows it. Certain says that no prose begins
// so: it is mistyped, in capitals, or followed by a tab or a colon.
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

// begins reports whether the word of a keyword begins the line in a way in which
// no sentence of prose begins.
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

// Misplaced reports whether the line begins with a step keyword as it is written,
// and does not end as a sentence of prose.
func (p Prose) Misplaced(language string) bool {
	d := dialectNamed(language)
	return !strings.ContainsAny(p.Text[len(p.Text)-1:], ".,:;!?") && slices.ContainsFunc(d.StepKeywords(), func(k string) bool {
		return strings.HasPrefix(p.Text, k)
	})
}

// unlikeWords reports whether a mistyped keyword is like no word of prose. In
// English that is so of the longer ones, and of letters that swapped places.
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
