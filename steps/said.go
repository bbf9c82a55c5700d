package steps

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
)

// wordsMeaning is how words of a sentence are found in an output.
const wordsMeaning = `Words are matched whole: "1" is not in "10", and "10..." is in "100". Exactly means the complete standard output. Consecutive spaces count as one.`

// saying matches a command's result by a verb of the patterns, present or past.
func saying(verb, words string) types.GomegaMatcher {
	wanted := phrase.Of(words)
	quoted := fmt.Sprintf(" %q", words)
	switch strings.TrimSuffix(verb, " exactly") {
	case "failed with", "fails with":
		return observe.Satisfy("fail with"+quoted, func(r *result) bool { return r.code > 0 && r.says(wanted) })
	case "did not print", "does not print":
		return observe.Satisfy("end with code 0 and not print"+quoted, func(r *result) bool { return r.well() && !r.says(wanted) })
	}
	if strings.HasSuffix(verb, "exactly") {
		return observe.Satisfy("end with code 0 and print exactly"+quoted, func(r *result) bool {
			return r.well() && phrase.Plain(r.output) == phrase.Plain(words)
		})
	}
	return observe.Satisfy("end with code 0 and print"+quoted, func(r *result) bool { return r.well() && r.says(wanted) })
}

// saysSomething refuses words that stand in every output.
func saysSomething(verb, words string) error {
	if !phrase.Of(words).Empty() || strings.HasSuffix(verb, "exactly") {
		return nil
	}
	return errors.New(`every output holds these words: say which, or "printed exactly" for no output at all`)
}

// says tells whether the words stand together in what a command wrote.
func (r *result) says(wanted phrase.Phrase) bool {
	return wanted.In(r.output) || wanted.In(r.errors)
}

// well tells whether the command did what it was asked for.
func (r *result) well() bool { return r.code == 0 || r.foundNothing() }

// foundNothing tells of a command that ends in a grep which found no line: its
// code is 1, and it says nothing, or counts 0. Where errors are thrown away, or go where they
// could be searched, it may as well be a program before the grep that failed.
func (r *result) foundNothing() bool {
	line := quotedText.ReplaceAllString(strings.TrimSpace(r.command), "''")
	nothing := r.output == "" || r.output == "0\n"
	return r.code == 1 && nothing && r.errors == "" && endsInGrep.MatchString(line) && !hidesErrors.MatchString(line)
}

var (
	quotedText  = regexp.MustCompile(`'[^']*'|"[^"]*"`)
	endsInGrep  = regexp.MustCompile(`(?:^|[|;&\n({])\s*[efz]?grep\s[^|;&\n]*$`)
	hidesErrors = regexp.MustCompile(`2>|&>|>&|\|&`)
)
