package cli

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// snippet returns Go code for a new sentence: a row of a table of package steps.
func snippet(sentence string) string {
	if claim := framed.ReplaceAllString(sentence, ""); claim != sentence {
		return claimSnippet(claim)
	}
	parameters := ""
	for i := range len(variable.FindAllString(sentence, -1)) {
		parameters += fmt.Sprintf(", arg%d string", i+1)
	}
	return toAdd + rows("{ // an action (a table of steps/)",
		`	Topic:   "...",`,
		"	Kinds:   anAction,",
		"	Pattern: "+literal("^"+patternOf(sentence)+"$")+",",
		`	Meaning: "...",`,
		"	Example: "+literal(sentence)+",",
		"	Func:    func(ctx context.Context"+parameters+") error { return godog.ErrPending },",
		"},")
}

// toAdd explains the two ways to add a sentence.
const toAdd = `// In gherkube itself: a row of a table in steps/.
// In a program of your own: steps.Extend(steps.Step{...}) and runner.Main, with the same
// Topic, Kinds, Pattern, Meaning, Example and Func (steps/README.md).
`

func claimSnippet(claim string) string {
	return toAdd + rows("{ // a claim: what is true or not at any moment (steps/*_claims.go)",
		`	topic:   "...",`,
		"	pattern: "+literal(patternOf(claim))+",",
		`	meaning: "...",`,
		"	example: "+literal(claim)+",",
		"	read: func(s *scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {",
		"		return observe.Pod(s.object(args[0])), observe.BeRunning(), nil // what to look at, and what it should be",
		"	},",
		"},")
}

func rows(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

// literal returns a text as a Go string literal.
func literal(text string) string {
	if strconv.CanBackquote(text) {
		return "`" + text + "`"
	}
	return strconv.Quote(text)
}

var (
	// framed matches the beginning of an expectation.
	framed   = regexp.MustCompile(`^(?:within|for|never within) \S+ `)
	variable = regexp.MustCompile(`"[^"]*"|\b(?:worker|control-plane)-\d+\b|\b\d+\b`)
)

// patternOf returns a pattern for a sentence that captures its variable parts.
func patternOf(sentence string) string {
	var b strings.Builder
	at := 0
	for _, found := range variable.FindAllStringIndex(sentence, -1) {
		b.WriteString(regexp.QuoteMeta(sentence[at:found[0]]))
		switch word := sentence[found[0]:found[1]]; {
		case word[0] == '"':
			b.WriteString(`"([^"]+)"`)
		case strings.Contains(word, "-"):
			b.WriteString(`(\S+)`)
		default:
			b.WriteString(`(\d+)`)
		}
		at = found[1]
	}
	b.WriteString(regexp.QuoteMeta(sentence[at:]))
	return b.String()
}
