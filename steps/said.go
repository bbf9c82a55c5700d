package steps

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// wordsMeaning is how words of a sentence are found in an output.
const wordsMeaning = `The words stand there whole: "1" is not in "10", and "10..." is in "100". Exactly is all of its standard output. Spaces in a row count as one.`

// saying matches a command's result by a verb of the patterns, present or past.
func saying(verb, words string) types.GomegaMatcher {
	wanted := phraseOf(words)
	quoted := fmt.Sprintf(" %q", words)
	switch strings.TrimSuffix(verb, " exactly") {
	case "failed with", "fails with":
		return observe.Satisfy("fail with"+quoted, func(r *result) bool { return r.code > 0 && r.says(wanted) })
	case "did not print", "does not print":
		return observe.Satisfy("end with code 0 and not print"+quoted, func(r *result) bool { return r.well() && !r.says(wanted) })
	}
	if strings.HasSuffix(verb, "exactly") {
		return observe.Satisfy("end with code 0 and print exactly"+quoted, func(r *result) bool {
			return r.well() && slices.Equal(plainLines(r.output), plainLines(words))
		})
	}
	return observe.Satisfy("end with code 0 and print"+quoted, func(r *result) bool { return r.well() && r.says(wanted) })
}

// saysSomething refuses words that stand in every output.
func saysSomething(verb, words string) error {
	if phraseOf(words).text != "" || strings.HasSuffix(verb, "exactly") {
		return nil
	}
	return errors.New(`every output holds these words: say which, or "printed exactly" for no output at all`)
}

// says tells whether the words stand together in what a command wrote.
func (r *result) says(wanted phrase) bool {
	return wanted.in(joined(plainLines(r.output))) || wanted.in(joined(plainLines(r.errors)))
}

// phrase is words that are looked for in a text.
type phrase struct {
	text              string
	openHead, openEnd bool // the word at its beginning, or at its end, may go on
}

// phraseOf reads words of a sentence. Three dots at their beginning or end
// stand for the rest of a word.
func phraseOf(words string) phrase {
	p := phrase{text: joined(plainLines(words))}
	p.text, p.openHead = strings.CutPrefix(p.text, "...")
	p.text, p.openEnd = strings.CutSuffix(p.text, "...")
	p.text = strings.TrimSpace(p.text)
	return p
}

// in tells whether the phrase stands somewhere in a text, and no word goes on
// where it begins or ends, as grep --word-regexp has it.
func (p phrase) in(text string) bool {
	for from := 0; ; {
		found := strings.Index(text[from:], p.text)
		if found < 0 {
			return false
		}
		begin := from + found
		end := begin + len(p.text)
		if (p.openHead || !goesOn(text[:begin], text[begin:])) && (p.openEnd || !goesOn(text[:end], text[end:])) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[begin:])
		from = begin + size
	}
}

// goesOn tells whether one word stands on both sides of a place in a text.
func goesOn(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return isOfWord(last) && isOfWord(first)
}

// isOfWord tells whether words are made of a character. Scripts that have no
// spaces between words, or particles at their ends, have no borders to look at.
func isOfWord(r rune) bool {
	return r == '_' || unicode.IsDigit(r) ||
		unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// well tells whether the command did what it was asked for.
func (r *result) well() bool { return r.code == 0 || r.foundNothing() }

// foundNothing tells of a command that ends in a grep which found no line: its
// code is 1, and it says nothing, or counts 0. Where errors are thrown away, or go where they
// could be searched, it may as well be a program before the grep that failed.
func (r *result) foundNothing() bool {
	line := quotedText.ReplaceAllString(strings.TrimSpace(r.command), "''")
	nothing := r.output == "" || r.output == "0\n"
	return r.code == 1 && nothing && r.errors == "" && endsInGrep.MatchString(line) && !hidesErrors.MatchString(line)
}

var (
	quotedText  = regexp.MustCompile(`'[^']*'|"[^"]*"`)
	endsInGrep  = regexp.MustCompile(`(?:^|[|;&\n({])\s*[efz]?grep\s[^|;&\n]*$`)
	hidesErrors = regexp.MustCompile(`2>|&>|>&|\|&`)
)

func joined(lines []string) string { return strings.Join(lines, "\n") }

// plainLines are the lines of a text without the spaces that only align it,
// and without empty ones around them.
func plainLines(text string) []string {
	var lines []string
	for line := range strings.Lines(strings.TrimSpace(text)) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}
