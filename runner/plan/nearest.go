package plan

import (
	"cmp"
	"slices"
	"strings"
)

// near is how much alike two sentences are, of 1, before one is offered for
// the other: below it, advice misleads more than it helps.
const near = 0.25

// didYouMean offers the examples that are most like a sentence.
func (m *maker) didYouMean(sentence string) string {
	type match struct {
		example string
		alike   float64
	}
	var matches []match
	for _, s := range m.vocabulary.All() {
		for _, said := range s.Sentences() {
			if alike := likeness(untimed(sentence), untimed(said.Example)); alike >= near {
				matches = append(matches, match{said.Example, alike})
			}
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return cmp.Compare(b.alike, a.alike) })
	var examples []string
	for _, m := range matches[:min(3, len(matches))] {
		examples = append(examples, m.example)
	}
	return bullets("did you mean", examples)
}

// untimed is a sentence without what says when: that makes no two alike.
func untimed(sentence string) string { return frame.ReplaceAllString(sentence, "") }

// likeness is the share of three-letter pieces that two sentences have in
// common (the Jaccard index).
func likeness(a, b string) float64 {
	left, right := pieces(a), pieces(b)
	common := 0
	for piece := range left {
		if right[piece] {
			common++
		}
	}
	return float64(common) / float64(max(1, len(left)+len(right)-common))
}

func pieces(sentence string) map[string]bool {
	letters := []rune("  " + strings.ToLower(sentence) + " ")
	found := map[string]bool{}
	for i := range len(letters) - 2 {
		found[string(letters[i:i+3])] = true
	}
	return found
}
