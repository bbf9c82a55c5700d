package feature

import (
	"strings"

	messages "github.com/cucumber/messages/go/v21"
)

// StepLine is a line that begins with a step keyword, whatever the lines around it
// are.
type StepLine struct {
	Keyword  string // in the feature's language, with its trailing space if it has one
	Type     messages.StepKeywordType
	Sentence string
	At       int // the offset of the sentence in the line, in bytes
}

// Language returns the language of a feature, which may be incomplete.
func Language(lines []string) string { return dialectOf(lines).Language }

// Step splits a line into keyword and sentence, with the keywords of a language.
func Step(line, language string) (StepLine, bool) {
	text := strings.TrimLeft(line, " \t")
	best := StepLine{At: -1}
	for _, keyword := range dialectNamed(language).StepKeywords() {
		if rest, begins := strings.CutPrefix(text, keyword); begins && len(keyword) > len(best.Keyword) {
			sentence := strings.TrimLeft(rest, " \t")
			best = StepLine{
				Keyword: keyword, Type: messages.StepKeywordType(dialectNamed(language).StepKeywordType(keyword)),
				Sentence: strings.TrimRight(sentence, " \t"), At: len(line) - len(sentence),
			}
		}
	}
	return best, best.At >= 0
}

// LineKeywords returns the keywords that can begin a line in a language: of steps
// with a trailing space, and of titles with a colon.
func LineKeywords(language string) (steps, titles []string) {
	d := dialectNamed(language)
	seen := map[string]bool{"* ": true}
	for _, k := range d.StepKeywords() {
		if !seen[k] {
			seen[k] = true
			steps = append(steps, k)
		}
	}
	for _, k := range [][]string{d.FeatureKeywords(), d.BackgroundKeywords(), d.ScenarioKeywords(), d.ScenarioOutlineKeywords(), d.ExamplesKeywords(), d.RuleKeywords()} {
		titles = append(titles, k[0]+":")
	}
	return steps, titles
}

// Quoted reports whether the lines end within a doc string.
func Quoted(lines []string) bool {
	line, _ := openDocString(lines)
	return line > 0
}

// SplitLines returns the lines of a text without line endings.
func SplitLines(text string) []string { return splitLines([]byte(text)) }
