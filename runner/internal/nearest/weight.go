package nearest

import "slices"

// fillers are words that make no two sentences alike.
var fillers = []string{
	"a", "an", "the", "of", "is", "are", "be", "on", "to", "with", "in", "and", "has", "have", "at", "from", "that", "by",
	"it", "its", "should", "must", "will", "i", "we", "there", "then", "now", "exactly",
}

// weight is how much a word tells of what a sentence is about.
func weight(word string) float64 {
	if slices.Contains(fillers, word) {
		return 0.25
	}
	return 1
}
