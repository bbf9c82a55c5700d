package feature

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// heading is a feature's heading that the parser reads although the file lacks it.
type heading struct {
	text    string
	before  int  // the line above which the heading is inserted, from 1; 0 means no heading
	instead bool // replace that line instead
	// language is the language of the lines, if the file does not declare it.
	language string
}

// madeUp returns a heading for a feature whose own heading is wrong or missing.
func madeUp(lines []string, line int) heading {
	if language := headingLanguage(lines[line-1]); language != "" {
		return heading{language: language}
	}
	dialect := dialectOf(lines[:line-1])
	return heading{
		text: dialect.FeatureKeywords()[0] + ": without a heading", before: line,
		instead: strings.ContainsAny(lines[line-1], ":：") && !headsSomething(dialect, lines[line-1]),
	}
}

// headsSomething reports whether a line begins with the keyword of a part other
// than a feature.
func headsSomething(dialect *gherkin.Dialect, line string) bool {
	keywords := slices.Concat(dialect.RuleKeywords(), dialect.BackgroundKeywords(), dialect.ScenarioKeywords(),
		dialect.ScenarioOutlineKeywords(), dialect.ExamplesKeywords())
	return slices.ContainsFunc(keywords, func(keyword string) bool {
		return strings.HasPrefix(strings.TrimLeft(line, " \t"), keyword+":")
	})
}

// likeLanguage matches a comment of two words, such as "# langauge: ko".
var likeLanguage = regexp.MustCompile(`^#+\s*(\S+?)\s*[:：=]?\s*([a-zA-Z][a-zA-Z_-]+)$`)

var languageComment = regexp.MustCompile(`^\s*#\s*language\s*:\s*([a-zA-Z_-]+)\s*$`)

// dialectOf returns the dialect that the lines above a heading declare.
func dialectOf(lines []string) *gherkin.Dialect {
	for _, line := range lines {
		if found := languageComment.FindStringSubmatch(line); found != nil {
			if dialect := dialectNamed(found[1]); dialect != nil {
				return dialect
			}
		}
	}
	return dialectNamed(gherkin.DefaultDialect)
}

func dialectNamed(language string) *gherkin.Dialect {
	return gherkin.DialectsBuiltin().GetDialect(language)
}

// headingLanguage returns the language of the vocabulary in which a line is the
// heading of a feature.
func headingLanguage(line string) string {
	for _, language := range languages {
		for _, keyword := range dialectNamed(language).FeatureKeywords() {
			if strings.HasPrefix(strings.TrimSpace(line), keyword+":") {
				return language
			}
		}
	}
	return ""
}

// otherLanguage says how to declare the language of a heading.
func otherLanguage(line string) string {
	language := headingLanguage(line)
	if language == "" {
		return ""
	}
	return fmt.Sprintf("; write %q above the feature and its tags", "# language: "+language)
}
