package shell

import (
	"regexp"
	"strconv"
	"strings"
)

// Called replaces the commands of functions with those of each call, in which "$@"
// and $1 are the call's words. Functions that are never called are left out.
func Called(commands []Command) []Command {
	var all []Command
	for _, c := range commands {
		if c.Function == "" {
			all = append(all, called(c, commands, maxDepth)...)
		}
	}
	return all
}

func called(c Command, commands []Command, depth int) []Command {
	all := []Command{c}
	if !c.Local || depth == 0 {
		return all
	}
	for _, body := range commands {
		if body.Function != c.Words[0].Text {
			continue
		}
		body.Words = with(body.Words, c.Words[1:])
		body.Decides, body.Fallback, body.Line = body.Decides || c.Decides, c.Fallback, c.Line
		all = append(all, called(body, commands, depth-1)...)
		if len(all) > maxValues*maxDepth {
			break
		}
	}
	return all
}

var parameter = regexp.MustCompile(`^\$\{?([1-9])\}?$`)

// with replaces positional parameters.
func with(words, args []Word) []Word {
	var all []Word
	for _, w := range words {
		found := parameter.FindStringSubmatch(w.Text)
		switch {
		case w.Known:
			all = append(all, w)
		case w.Text == "$@" || w.Text == "$*" || w.Text == "${@}":
			all = append(all, args...)
		case found != nil:
			if n, _ := strconv.Atoi(found[1]); n <= len(args) {
				all = append(all, args[n-1])
			}
		case strings.Contains(w.Text, "$"):
			all = append(all, w)
		}
	}
	return all
}
