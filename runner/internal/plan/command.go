package plan

import (
	"regexp"
	"strings"
)

// Command returns a gherkube command as a person types it.
func Command(words ...string) string {
	return strings.TrimSpace("gherkube " + strings.Join(words, " "))
}

var bare = regexp.MustCompile(`^[\p{L}\p{N}@%+=:,./_-]+$`)

// Quote quotes a word so that a shell reads it as one argument.
func Quote(word string) string {
	if bare.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
