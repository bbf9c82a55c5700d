package feature

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/spelling"
)

// languages lists the languages of the vocabulary. People write keywords in them
// whatever the language of the file is.
var languages = []string{"en", "ko"}

// headingKeyword is a keyword of a part of a feature.
type headingKeyword struct {
	keyword, language string
	typos             bool // a similar word counts as a typo of it
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
	// Synonyms of Feature, such as Ability, are too similar to ordinary words.
	add(d.FeatureKeywords()[:1], true)
	add(d.FeatureKeywords()[1:], false)
	for _, keywords := range [][]string{
		d.BackgroundKeywords(), d.RuleKeywords(), d.ScenarioKeywords(), d.ScenarioOutlineKeywords(), d.ExamplesKeywords(),
	} {
		add(keywords, true)
	}
	return all
}

// mistypedHeading returns the keyword that a line begins with, exactly or with a
// typo, although the parser has found none.
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

// dashable is the length in bytes from which a keyword followed by " - " counts as
// one without its colon. "Rule - " and "Example - " may begin prose.
const dashable = 8

// cutColon cuts a text at its first colon, including the full-width colon of Korean
// keyboards.
func cutColon(text string) (before, after string, found bool) {
	at := strings.IndexAny(text, ":：")
	if at < 0 {
		return text, "", false
	}
	return text[:at], strings.TrimLeft(text[at:], ":： "), true
}

// nearly reports whether a word is a typo of a keyword. Short keywords allow fewer
// typos, because more other words resemble them.
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

// ordinary lists ordinary words that resemble a keyword.
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

// stepKeywords returns the step keywords of a language and of the vocabulary's
// languages, in lower case, without trailing space, longest first.
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
