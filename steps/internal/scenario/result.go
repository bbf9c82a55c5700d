package scenario

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/fixtures/phrase"
)

// Result is the result of a command.
type Result struct {
	Command string
	Code    int    // negative if the command was ended
	Output  string // standard output
	Errors  string // standard error
}

// String returns the command's output, and how it ended.
func (r *Result) String() string {
	said := "wrote nothing"
	if text := strings.TrimRight(r.Output+r.Errors, "\n"); text != "" {
		said = "wrote:\n" + indent(text)
	}
	if r.Code < 0 {
		return r.Command + "\n" + r.Errors
	}
	return fmt.Sprintf("%s\nended with code %d and %s", r.Command, r.Code, said)
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}

// Says reports whether the output of a command contains the words in sequence.
func (r *Result) Says(wanted phrase.Phrase) bool {
	return wanted.In(r.Output) || wanted.In(r.Errors)
}

// Well reports whether the command succeeded.
func (r *Result) Well() bool { return r.Code == 0 || r.foundNothing() }

// foundNothing reports whether a command ends in a grep that found no line: the exit
// code is 1, and the output is empty or the count 0. If errors are discarded or
// searched too, a program before the grep may have failed instead.
func (r *Result) foundNothing() bool {
	line := quotedText.ReplaceAllString(strings.TrimSpace(r.Command), "''")
	nothing := r.Output == "" || r.Output == "0\n"
	return r.Code == 1 && nothing && r.Errors == "" && endsInGrep.MatchString(line) && !hidesErrors.MatchString(line)
}

var (
	quotedText  = regexp.MustCompile(`'[^']*'|"[^"]*"`)
	endsInGrep  = regexp.MustCompile(`(?:^|[|;&\n({])\s*[efz]?grep\s[^|;&\n]*$`)
	hidesErrors = regexp.MustCompile(`2>|&>|>&|\|&`)
)
