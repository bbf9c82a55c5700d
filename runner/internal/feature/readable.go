package feature

import (
	"bufio"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// MaxLine is the limit for the length of a line in bytes; lines must be shorter.
// godog's parser reads with a bufio.Scanner and crashes on lines that do not fit
// its buffer.
const MaxLine = bufio.MaxScanTokenSize - 1

// unreadable reports characters that editors display as the end of a line, but the
// parser does not. They can hide a step within a longer line.
func unreadable(uri string, lines []string) []input.Problem {
	var problems []input.Problem
	for i, line := range lines {
		if len(line) >= MaxLine {
			problems = append(problems, input.At(uri, i+1,
				"the line has %d bytes: a line of a feature has less than 64 KiB; put long text into a file", len(line)))
		}
		if !utf8.ValidString(line) {
			problems = append(problems, input.At(uri, i+1, "the line is not UTF-8: save the file as UTF-8"))
			continue
		}
		if conflict.MatchString(line) {
			problems = append(problems, input.At(uri, i+1, "the line marks a conflict of a merge: resolve it"))
		}
		if name := hiddenBreak(line); name != "" {
			problems = append(problems, input.At(uri, i+1,
				"the line contains %s: remove it, and end lines with a line feed", name))
		}
	}
	return problems
}

// conflict matches git's markers around merge conflicts.
var conflict = regexp.MustCompile(`^(?:<{7}|>{7}) \S`)

// hiddenBreaks maps characters that end a line in some programs to their names.
var hiddenBreaks = map[rune]string{
	'\x00': "a NUL character", '\v': "a vertical tab", '\f': "a form feed", '\r': "a carriage return",
	'\u0085': "a next-line character", '\u2028': "a line separator", '\u2029': "a paragraph separator",
}

func hiddenBreak(line string) string {
	at := strings.IndexFunc(line, func(r rune) bool { return hiddenBreaks[r] != "" })
	if at < 0 {
		return ""
	}
	found, _ := utf8.DecodeRuneInString(line[at:])
	return hiddenBreaks[found]
}
