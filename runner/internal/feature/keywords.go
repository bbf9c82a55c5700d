package feature

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/spelling"
)

// languages are those that people write keywords in whatever the file's own
// language is: those of the vocabulary.
var languages = []string{"en", "ko"}

// headingKeyword is a keyword that begins a part of a feature.
type headingKeyword struct {
	keyword, language string
	typos             bool // a line that nearly has it is taken for a mistyped one
}

func headingKeywords(language string) []headingKeyword {
	d := dialectNamed(language)
	if d == nil {
		return nil
	}
	var all []headingKeyword
	add := func(keywords []string, typos bool) {
		for _, keyword := range keywords {
			all = append(all, headingKeyword{strings.TrimSpace(keyword), language, typos})
		}
	}
	// The other words for a feature, as Ability, are too much like words of prose.
	add(d.FeatureKeywords()[:1], true)
	add(d.FeatureKeywords()[1:], false)
	for _, keywords := range [][]string{
		d.BackgroundKeywords(), d.RuleKeywords(), d.ScenarioKeywords(), d.ScenarioOutlineKeywords(), d.ExamplesKeywords(),
	} {
		add(keywords, true)
	}
	return all
}

// mistypedHeading is the keyword that a line has or nearly has at its start,
// where the parser found none.
func mistypedHeading(text, language string) (headingKeyword, bool) {
	before, after, colon := cutColon(Visible(text))
	before, _, dashed := strings.Cut(strings.Trim(before, " *_-+•"), " - ")
	if len([]rune(before)) > maxKeyword {
		return headingKeyword{}, false
	}
	word := strings.ToLower(before)
	for _, l := range slices.Compact(append([]string{language}, languages...)) {
		for _, k := range headingKeywords(l) {
			lower := strings.ToLower(k.keyword)
			short := len([]rune(lower)) < 2 // as the Korean for examples, which is also "e.g."
			switch {
			case colon && word == lower && !(short && after != ""), before == k.keyword && (!dashed || len(lower) >= dashable), colon && k.typos && nearly(word, lower):
				return k, true
			}
		}
	}
	return headingKeyword{}, false
}

const maxKeyword = 30

// dashable is from how many bytes on a keyword with " - " behind it is taken
// for one that lacks its colon: "Rule - " and "Example - " begin prose too.
const dashable = 8

// cutColon cuts a text at its first colon, that of a Korean keyboard included.
func cutColon(text string) (before, after string, found bool) {
	at := strings.IndexAny(text, ":：")
	if at < 0 {
		return text, "", false
	}
	return text[:at], strings.TrimLeft(text[at:], ":： "), true
}

// nearly reports whether a word is a mistyped keyword: the shorter the keyword,
// the more words there are beside it.
func nearly(word, keyword string) bool {
	typed, meant, allowed := letters(word), letters(keyword), 0
	switch n := len([]rune(meant)); {
	case n >= 7:
		allowed = 2
	case n >= 4:
		allowed = 1
	}
	return word != keyword && !ordinary[word] && spelling.Distance(typed, meant) <= allowed
}

// ordinary are words of prose that are nearly a keyword.
var ordinary = setOf(`
	role roles rules rude mule tulle rune ruled ruler
	sample samples features future futures creature featured
	the them they than thee thin ten hen wen whey any an add ad aid ant end
	even give gives driven when then and but bit bat put buy cut out bus not
	가능 배정`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// stepKeywords are those of a language and of the vocabulary's, in lower case
// and without the space after them, the longer ones first.
func stepKeywords(language string) []string {
	var all []string
	for _, l := range append([]string{language}, languages...) {
		if d := dialectNamed(l); d != nil {
			for _, keyword := range d.StepKeywords() {
				all = append(all, strings.ToLower(strings.TrimSpace(keyword)))
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(all)
}
