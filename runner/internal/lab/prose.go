package lab

import (
	"iter"
	"regexp"
	"strings"
)

// Heading is a heading of Markdown.
var Heading = regexp.MustCompile(`^#{1,6}(?:\s|$)`)

// fence opens and closes a block of code in Markdown.
var fence = regexp.MustCompile("^\\s*(?:[-*>]\\s+|\\d+[.)]\\s+)*(`{3,}|~{3,})(.*)$")

// Prose yields the lines of a text in Markdown, and of each whether it is prose:
// what stands in a block of code is not.
func Prose(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		open := ""
		for line := range strings.SplitSeq(text, "\n") {
			found := fence.FindStringSubmatch(line)
			in := open != "" || found != nil
			switch {
			case open == "" && found != nil && !(found[1][0] == '`' && strings.Contains(found[2], "`")):
				open = found[1]
			case open == "" && found != nil:
				in = false // code within a line
			case open != "" && found != nil && found[1][0] == open[0] && len(found[1]) >= len(open) && strings.TrimSpace(found[2]) == "":
				open = ""
			}
			if !yield(line, !in) {
				return
			}
		}
	}
}
