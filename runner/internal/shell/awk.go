package shell

import (
	"regexp"
	"strings"
)

var (
	awkRuns  = regexp.MustCompile(`^system\s*\(`)
	awkPrint = regexp.MustCompile(`^printf?\b`)
	awkWord  = regexp.MustCompile(`^[A-Za-z_]\w*`)
)

// Awk returns the effects of an awk program.
func Awk(program string) Effects {
	var found Effects
	printing, depth, operand := false, 0, false // within print, depth of brackets, and whether / means division
	for i := 0; i < len(program); i++ {
		rest := program[i:]
		switch c := program[i]; {
		case c == ' ' || c == '\t':
			continue
		case c == '#':
			i += endOf(rest, "\n") - 1
			continue
		case c == '"', c == '/' && !operand:
			i += quotedBy(rest, c)
			operand = true
			continue
		case awkRuns.MatchString(rest):
			found.Runs = append(found.Runs, upTo(rest, "\n;}"))
		case awkPrint.MatchString(rest):
			printing, depth = true, 0
		case strings.ContainsRune("([", rune(c)):
			depth++
		case strings.ContainsRune(")]", rune(c)):
			depth--
		case strings.HasPrefix(rest, "||"):
			i++
		case c == '|':
			found.Runs = append(found.Runs, upTo(rest, "\n;}"))
		case c == '>' && printing && depth == 0:
			found.Writes = append(found.Writes, strings.Trim(upTo(rest[1:], "\n;}"), `> "`))
			printing = false
		case strings.ContainsRune(";}\n", rune(c)):
			printing = false
		}
		operand = strings.ContainsRune(")]$", rune(program[i]))
		if word := awkWord.FindString(rest); word != "" {
			i += len(word) - 1
			operand = word != "print" && word != "printf" && word != "return" && word != "in"
		} else if c := program[i]; c >= '0' && c <= '9' {
			operand = true
		}
	}
	return found
}

// quotedBy returns the end of a text that is quoted by its first character.
func quotedBy(text string, by byte) int {
	for i := 1; i < len(text); i++ {
		if text[i] == '\\' {
			i++
		} else if text[i] == by {
			return i
		}
	}
	return len(text) - 1
}

func upTo(text, letters string) string { return strings.TrimSpace(text[:endOf(text, letters)]) }
