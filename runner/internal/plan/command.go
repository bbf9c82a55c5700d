package plan

import (
	"regexp"
	"slices"
	"strings"
)

// Command returns a gherkube command as a person types it.
func Command(words ...string) string {
	given := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return word == "" })
	return strings.Join(append([]string{"gherkube"}, given...), " ")
}

var bare = regexp.MustCompile(`^[\p{L}\p{N}@%+=:,./_-]+$`)

// Quote quotes a word so that a shell reads it as one argument.
func Quote(word string) string {
	if bare.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
