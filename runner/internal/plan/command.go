package plan

import (
	"regexp"
	"strings"
)

// Command is a gherkube command as a person types it.
func Command(words ...string) string {
	return strings.TrimSpace("gherkube " + strings.Join(words, " "))
}

var bare = regexp.MustCompile(`^[\p{L}\p{N}@%+=:,./_-]+$`)

// Quote makes a word that a shell takes as one.
func Quote(word string) string {
	if bare.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
