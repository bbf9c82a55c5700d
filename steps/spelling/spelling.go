// Package spelling finds the intended word for a misspelt one.
package spelling

import "slices"

// Misspelt reports whether a word may be a misspelling of another. A letter or two may
// be wrong, missing, extra or swapped; most letters must match.
func Misspelt(word, other string) bool {
	a, b := []rune(word), []rune(other)
	longer := max(len(a), len(b))
	allowed := min(2, (longer-1)/3)
	if allowed == 0 || longer-min(len(a), len(b)) > allowed {
		return false
	}
	return Distance(word, other) <= allowed
}

// Distance returns how many letters must be changed, inserted, deleted or swapped with
// the next to turn one word into the other (optimal string alignment).
func Distance(word, other string) int {
	a, b := []rune(word), []rune(other)
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// Nearest returns the name closest to a misspelt one, or an empty string.
func Nearest(word string, names []string) string {
	best, least := "", 3
	for _, name := range names {
		if d := Distance(word, name); d < least && Misspelt(word, name) {
			best, least = name, d
		}
	}
	return best
}

// SameLetters reports whether two words have the same letters, in any order and number.
func SameLetters(word, other string) bool {
	return word != other && letters(word) == letters(other)
}

// letters returns the letters of a word in alphabetical order, without duplicates.
func letters(word string) string {
	all := []rune(word)
	slices.Sort(all)
	return string(slices.Compact(all))
}
