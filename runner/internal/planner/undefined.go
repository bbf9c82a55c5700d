package planner

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// undefined reports a sentence that is not in the vocabulary, and suggests the one
// that may have been meant.
func (m *maker) undefined(s *plan.Scenario, step *plan.Step) {
	m.wrongIn(s, step, "undefined step: %s%s", marked(step.Text), m.hint(s.FileOf(*step), step))
}

// index returns the index of the vocabulary that finds similar sentences.
func (m *maker) index() *nearest.Index {
	if m.nearest == nil {
		m.nearest = nearest.New(m.vocabulary.All(), m.vocabulary.Match)
	}
	return m.nearest
}

// hint returns the most similar sentence to an undefined one, with the undefined
// one's words filled in. If there is none, it suggests a command.
func (m *maker) hint(file string, step *plan.Step) string {
	if problem := timeProblem(step.Text); problem != "" {
		return "\n    " + problem
	}
	guesses := m.guesses(file, step)
	switch {
	case len(guesses) == 0:
		return "\n    no sentence says this; gherkube steps WORD searches them" + m.byField(step) + byCommand(step)
	case guesses[0].Kinds != nil:
		return "\n    the nearest sentence is, after " + wordOr(guesses[0].Kinds) + ": " + guesses[0].Text + m.byField(step) + byCommand(step)
	case !guesses[0].Likely:
		return "\n    the nearest sentence is: " + guesses[0].Text + m.byField(step) + byCommand(step)
	case guesses[0].Untimed && len(guesses[0].Frames) > 0:
		return "\n    an expectation says when: " + guesses[0].Text + otherFrames(guesses[0])
	}
	text := "\n    did you mean: " + guesses[0].Text
	if guesses[0].Next != "" {
		text += "\n    and after it: " + guesses[0].Next
	}
	return text
}

// guesses returns the sentences that are most similar to an undefined one, from the
// vocabulary and the visible phrases.
func (m *maker) guesses(file string, step *plan.Step) []nearest.Guess {
	own := m.index().Meant(step.Text, kinds[step.Type], 1)
	expander := m.expander(file)
	if len(expander.Phrases) == 0 {
		return own
	}
	folder := path.Dir(file)
	if m.phrases.nearest[folder] == nil {
		m.phrases.nearest[folder] = expander.Index()
	}
	phrase := m.phrases.nearest[folder].Meant(step.Text, kinds[step.Type], 1)
	if len(phrase) > 0 && (len(own) == 0 || phrase[0].Alike > own[0].Alike) {
		return phrase
	}
	return own
}

// otherFrames lists the other forms of time for an expectation.
func otherFrames(g nearest.Guess) string {
	frames := slices.DeleteFunc(slices.Clone(g.Frames), func(f string) bool { return strings.HasPrefix(g.Text, f) || f == "안에" })
	if len(frames) == 0 {
		return ""
	}
	return " (or: " + strings.Join(frames, " ..., ") + " ...)"
}

var (
	// timeWritten matches a time at the beginning of an expectation, with any unit.
	timeWritten = regexp.MustCompile(`^(?i:within|for|never within|until .*, within) (\d+(?:\.\d+)?) ?([a-zA-Z]+)\b`)
	koreanTime  = regexp.MustCompile(`^(\d+(?:\.\d+)?) ?(시간|일|분|초)(?: |이)`)
	// shortUnit matches the units that sentences take, or that suggestions translate.
	shortUnit = regexp.MustCompile(`(?i)^(?:ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|초|분|시간)$`)
)

// timeProblem explains why the time of a sentence is none that sentences take: its unit is
// unknown, or it is too long.
func timeProblem(text string) string {
	found := timeWritten.FindStringSubmatch(text)
	if found == nil {
		found = koreanTime.FindStringSubmatch(text)
	}
	if found == nil {
		return ""
	}
	n, err := strconv.ParseFloat(found[1], 64)
	hours := map[byte]float64{'h': 1, 'm': 1. / 60, 's': 1. / 3600}[strings.ToLower(found[2])[0]]
	switch unit := strings.ToLower(found[2]); {
	case strings.HasPrefix(unit, "ms"), strings.HasPrefix(unit, "mil"):
		hours = 0
	case unit == "시간":
		hours = 1
	case unit == "분":
		hours = 1. / 60
	}
	switch {
	case !shortUnit.MatchString(found[2]):
		return fmt.Sprintf("%s %s is no duration: %s", found[1], found[2], steps.Durations)
	case err != nil || n*hours > steps.LongestDuration.Hours():
		return fmt.Sprintf("%s%s is too long: %s", found[1], found[2], steps.Durations)
	}
	return ""
}

var (
	objectNamed = regexp.MustCompile(`([\pL][\pL\d.-]*) "([^"]+)"`)
	nodeNamed   = regexp.MustCompile(`(?:^|\s)(?:node|노드) ("?[a-z][a-z0-9.-]*\d"?)`)
)

// byField returns the sentence about a field of the object that a step names.
func (m *maker) byField(step *plan.Step) string {
	if step.Type != messages.PickleStepType_OUTCOME {
		return ""
	}
	var objects []string
	for _, found := range objectNamed.FindAllStringSubmatch(step.Text, -1) {
		if typ := strings.ToLower(found[1]); isType(typ) {
			objects = append(objects, fmt.Sprintf("%s %q", typ, found[2]))
		}
	}
	if found := nodeNamed.FindStringSubmatch(step.Text); found != nil {
		objects = append(objects, "node "+strings.Trim(found[1], `"`), "노드 "+strings.Trim(found[1], `"`))
	}
	for _, object := range objects {
		for _, sentence := range []string{
			"within 30s {.status...} of " + object + ` is "..."`, "30초 안에 " + object + `의 {.status...}가 "..."이다`,
		} {
			if len(m.vocabulary.Match(sentence)) == 1 {
				return "\n    a field may say it: " + sentence
			}
		}
	}
	return ""
}

// byCommand returns the sentence that runs a command.
func byCommand(step *plan.Step) string {
	sentence := `I run "kubectl ..."`
	if step.Type == messages.PickleStepType_OUTCOME {
		sentence = `within 30s "kubectl get ..." prints "..."`
	}
	return "\n    a command may say it: " + sentence
}

// isType reports whether a word is a type that every cluster has.
func isType(typ string) bool {
	_, builtIn := resource.BuiltIn(typ)
	return builtIn || slices.Contains(steps.Types(steps.Korean), typ)
}

func wordOr(kinds []steps.Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, " or ")
}
