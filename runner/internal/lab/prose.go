package lab

import (
	"iter"
	"regexp"
	"strings"
)

// Heading matches a heading in Markdown.
var Heading = regexp.MustCompile(`^#{1,6}(?:\s|$)`)

// fence matches the first and last line of a fenced code block in Markdown.
var fence = regexp.MustCompile("^\\s*(?:[-*>]\\s+|\\d+[.)]\\s+)*(`{3,}|~{3,})(.*)$")

// Prose yields the lines of a Markdown text, each with false if it is part of a
// code block.
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
				in = false // inline code
			case open != "" && found != nil && found[1][0] == open[0] && len(found[1]) >= len(open) && strings.TrimSpace(found[2]) == "":
				open = ""
			}
			if !yield(line, !in) {
				return
			}
		}
	}
}
