package scenario

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// A command of a lab that fails on every cluster is a defect of the lab. An error
// message counts as that only if no student can have caused it. It must be first on
// standard error, all words of the command must be the lab's own, and it must name one
// of them.

// complaints match the messages of shells and programs that were called incorrectly. A
// group captures a word that the command must contain.
var complaints = []*regexp.Regexp{
	regexp.MustCompile(`^bash: line \d+: (\S+): command not found`),
	regexp.MustCompile(`^bash: (?:-c: )?line \d+: (?:syntax error|unexpected EOF)`),
	regexp.MustCompile(`(?i)^(?:error: )?unknown (?:shorthand )?flag: (?:.* in )?(-\S+)`),
	regexp.MustCompile(`(?i)^(?:error: )?(?:flag needs an argument: |invalid argument "[^"]*" for "|unknown command "|required flag)`),
	regexp.MustCompile(`(?i)^(?:error: )?you must specify `),
	regexp.MustCompile(`^error: (?:error parsing jsonpath|unable to match a printer|unrecognized condition|` +
		`name cannot be provided when a selector|there is no need to specify a resource type|Invalid timeout value)`),
	regexp.MustCompile(`^(?:[^\n]*\n){1,3}See '(?:kubectl|kubeadm|etcdctl)[^'\n]*' for `),
	regexp.MustCompile(`^(?:[^\n]*\n){1,3}(?:curl: try|Try) '[^'\n]+ --help'`),
	regexp.MustCompile(`^jq: error: (?:[^\n]*\n)+jq: \d+ compile error`),
}

// missingType matches kubectl's message for an unknown resource type. It is the lab's
// defect if nothing in the lab could add the type.
var missingType = regexp.MustCompile(`^error: the server doesn't have a resource type "(\S+)"`)

// notItsOwn matches the places where words or programs of others enter a command: a
// substitution, a variable, an answer, a container.
var notItsOwn = regexp.MustCompile("[$`]|\\banswers\\b|\\bxargs\\b|\\bexec\\b|\\bssh\\b|\\bcrictl\\b|\\battach\\b|/proc/1/root")

// literal matches text in which a shell substitutes nothing.
var literal = regexp.MustCompile(`'[^']*'`)

// Unaskable returns a Defect if the lab's command fails on every cluster.
func (s *Scenario) Unaskable(r *Result) error {
	if s.environment == nil || notItsOwn.MatchString(literal.ReplaceAllString(r.Command, "")) {
		return nil
	}
	said := strings.TrimSpace(r.Errors)
	if found := missingType.FindStringSubmatch(said); found != nil {
		if s.environment.UnknownResource != nil && mentions(r.Command, found[1]) && s.environment.UnknownResource(found[1]) {
			return verdict.Defectf("nobody can ask this: %s", r)
		}
		return nil
	}
	for _, complaint := range complaints {
		found := complaint.FindStringSubmatch(said)
		if found != nil && !slices.ContainsFunc(found[1:], func(word string) bool { return !mentions(r.Command, word) }) {
			return verdict.Defectf("nobody can ask this: %s", r)
		}
	}
	return nil
}

// mentions reports whether a command contains a word.
func mentions(command, word string) bool { return phrase.Literal(word).In(command) }
