package plan

import (
	"fmt"
	"regexp"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/steps"
)

// undefined tells of a sentence that is not in the vocabulary: what it lacks,
// which ones are like it, or how to add it.
func (m *maker) undefined(s *Scenario, step *Step) {
	advice := m.lacksTime(step.Text)
	if advice == "" {
		advice = m.otherTime(step.Text)
	}
	if advice == "" {
		advice = m.didYouMean(step.Text)
	}
	if advice == "" {
		advice = m.newSentence(step)
	}
	m.problem(s.File, step.Line, "undefined step: %s%s", step.Text, advice)
}

// newSentence says how to add a sentence that is like no other, once for all
// that are said like it.
func (m *maker) newSentence(step *Step) string {
	const none = "\n    no sentence is like it (gherkube steps lists them all)"
	if _, told := m.once("snippet\n"+patternOf(untimed(step.Text)), ""); told {
		return none
	}
	return none + bullets("to add it to the vocabulary, begin with", snippet(step))
}

// lacksTime finds an expectation that does not say when.
func (m *maker) lacksTime(sentence string) string {
	return bullets("an expectation says when", m.timed(sentence))
}

// otherTime finds an expectation that says when in other words than there are,
// or in a way that it cannot be said.
func (m *maker) otherTime(sentence string) string {
	found := anyTime.FindStringSubmatch(sentence)
	if found == nil {
		return ""
	}
	return bullets("it can be said so (a time is one number with ms, s or m)", m.timed(found[1]))
}

// anyTime is how people may say when.
var anyTime = regexp.MustCompile(`^(?:within|for|never within) \d\S*(?: (?:millisecond|second|minute|hour)s?)? (.+)$`)

// timed are the expectations that a claim can be.
func (m *maker) timed(claim string) (all []string) {
	for _, frame := range framesToOffer {
		if found := m.vocabulary.Match(frame + claim); len(found) == 1 && found[0].Allows(steps.Then) {
			all = append(all, frame+claim)
		}
	}
	return all
}

var framesToOffer = []string{
	"within 30s ", "for 10s ", "never within 10s ",
	"30초 안에 ", "10초 동안 ", "10초 동안 한 번도 일어나지 않는다: ",
}

// frame is how an expectation begins.
var frame = regexp.MustCompile(`^(?:(?:within|for|never within) \S+ |\S+ (?:안에|동안(?: 한 번도 일어나지 않는다:)?) )`)

// snippet is a row for one of the tables of package steps.
func snippet(step *Step) []string {
	if step.kind == messages.PickleStepType_OUTCOME {
		text := untimed(step.Text)
		return []string{
			"{ // a claim: what is true or not at any moment (steps/*_claims.go)",
			`	topic:   "...",`,
			"	pattern: `" + patternOf(text) + "`,",
			`	meaning: "...",`,
			"	example: `" + text + "`,",
			"	read: func(s *scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {",
			"		return observe.Pod(s.object(args[0])), observe.BeRunning(), nil // what to look at, and what it should be",
			"	},",
			"},",
		}
	}
	parameters := ""
	for i := range len(variable.FindAllString(step.Text, -1)) {
		parameters += fmt.Sprintf(", arg%d string", i+1)
	}
	return []string{
		"{ // an action (a table of steps/)",
		`	Topic:   "...",`,
		"	Kinds:   anAction,",
		"	Pattern: `^" + patternOf(step.Text) + "$`,",
		`	Meaning: "...",`,
		"	Example: `" + step.Text + "`,",
		"	Func:    func(ctx context.Context" + parameters + ") error { return godog.ErrPending },",
		"},",
	}
}

var variable = regexp.MustCompile(`"[^"]*"|\b(?:worker|control-plane)-\d+\b|\b\d+\b`)

// patternOf is a pattern for a sentence, with what may differ captured.
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
