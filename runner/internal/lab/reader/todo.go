package reader

import (
	"regexp"
	"strings"
)

// todo matches a line that an imported lab leaves to its author: a sentence of a
// feature, or a comment of the solution.
var (
	todoSentence = regexp.MustCompile(`^\s*(?:Given|When|Then|And|But|\*) TODO\b:?\s*(.*)$`)
	todoComment  = regexp.MustCompile(`^\s*# TODO\b:?\s*(.*)$`)
)

// todos reports the unfinished lines of a file, and returns whether there are any.
func (r *reader) todos(file string, line *regexp.Regexp) bool {
	content, err := r.content(file)
	if err != nil {
		return false // reported elsewhere
	}
	left := false
	for i, text := range strings.Split(content, "\n") {
		if found := line.FindStringSubmatch(text); found != nil {
			left = true
			r.problem(file, i+1, "left to write: %s", strings.TrimSuffix(found[1], "."))
		}
	}
	return left
}
