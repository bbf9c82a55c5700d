package reader

import (
	"regexp"
	"strings"
)

// todo is a line that an imported lab leaves to its author: a sentence of a
// feature, or a comment of the solution.
var (
	todoSentence = regexp.MustCompile(`^\s*(?:Given|When|Then|And|But|\*) TODO\b:?\s*(.*)$`)
	todoComment  = regexp.MustCompile(`^\s*# TODO\b:?\s*(.*)$`)
)

// todos tells what of a file is left to write, and whether anything is.
func (r *reader) todos(file string, line *regexp.Regexp) bool {
	content, err := r.content(file)
	if err != nil {
		return false // told elsewhere
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
