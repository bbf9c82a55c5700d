package feature

import (
	"strings"

	messages "github.com/cucumber/messages/go/v21"
)

// StepLine is a line that begins with a step keyword, whatever stands around it.
type StepLine struct {
	Keyword  string // as the language has it, with the space behind it if it has one
	Type     messages.StepKeywordType
	Sentence string
	At       int // where the sentence begins in the line, in bytes
}

// Language is that of a feature whose lines may be incomplete.
func Language(lines []string) string { return dialectOf(lines).Language }

// Step takes a line apart by the keywords of a language.
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

// LineKeywords are those that can begin a line in a language: of steps, with the space
// behind them, and of titles, with a colon.
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

// Quoted tells whether the lines end within a doc string.
func Quoted(lines []string) bool {
	line, _ := openDocString(lines)
	return line > 0
}

// SplitLines are the lines of a text without what ends them.
func SplitLines(text string) []string { return splitLines([]byte(text)) }
