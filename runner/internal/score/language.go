package score

import (
	"cmp"
	"strings"
	"unicode"
)

// LanguageOf returns the language of results and of what is said about them: the one
// that was asked for, or else that of most criteria. Criteria that the reader may not
// see must be left out.
func LanguageOf(results []Result, asked string) string {
	return cmp.Or(asked, language(results))
}

// language returns the language of most criteria, in which the lab speaks.
func language(results []Result) string {
	korean, all := 0, 0
	for _, r := range results {
		for _, c := range r.Criteria {
			all++
			if strings.IndexFunc(c.Name, func(char rune) bool { return unicode.Is(unicode.Hangul, char) }) >= 0 {
				korean++
			}
		}
	}
	if 2*korean > all {
		return "ko"
	}
	return "en"
}
