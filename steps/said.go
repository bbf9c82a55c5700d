package steps

import (
	"errors"
	"fmt"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Verbs for the output of a command: of one that has run, and of one that is polled.
const (
	saidPattern = `(printed exactly|printed|did not print|failed with)`
	saysPattern = `(prints exactly|prints|does not print|fails with)`
)

// koreanQuoted matches any text without ". 그", which separates the two claims of an
// until. The text may contain quotes.
const koreanQuoted = `((?:[^.]|\.[^ ]|\. [^그])+\.?)`

// wordsMeaning explains how the words of a sentence are found in an output.
const wordsMeaning = `Words are matched whole: "1" is not in "10", and "10..." is in "100". Exactly means the complete standard output. Consecutive spaces count as one.`

// saying matches a command's result by a verb of the patterns, in present or past
// tense.
func saying(verb, words string) types.GomegaMatcher {
	wanted := phrase.Of(words)
	quoted := fmt.Sprintf(" %q", words)
	switch strings.TrimSuffix(verb, " exactly") {
	case "failed with", "fails with":
		return observe.Satisfy("fail with"+quoted, func(r *scenario.Result) bool { return r.Code > 0 && r.Says(wanted) })
	case "did not print", "does not print":
		return observe.Satisfy("end with code 0 and not print"+quoted, func(r *scenario.Result) bool { return r.Well() && !r.Says(wanted) })
	}
	if strings.HasSuffix(verb, "exactly") {
		return observe.Satisfy("end with code 0 and print exactly"+quoted, func(r *scenario.Result) bool {
			return r.Well() && phrase.Plain(r.Output) == phrase.Plain(words)
		})
	}
	return observe.Satisfy("end with code 0 and print"+quoted, func(r *scenario.Result) bool { return r.Well() && r.Says(wanted) })
}

// saysSomething rejects words that every output contains.
func saysSomething(verb, words string) error {
	if !phrase.Of(words).Empty() || strings.HasSuffix(verb, "exactly") {
		return nil
	}
	return errors.New(`every output holds these words: say which, or "printed exactly" for no output at all`)
}
