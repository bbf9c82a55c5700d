package phrases

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// Tag is the tag of scenarios that define a phrase.
const Tag = steps.PhraseTag

// Is reports whether a scenario defines a phrase, by its tags.
func Is(tags []string) bool { return slices.Contains(tags, Tag) }

// Phrase is a step that an author defined in Gherkin.
type Phrase struct {
	Name   string // the sentence, with <parameters>
	File   string
	Line   int
	Params []string
	steps  []plan.Step // the definition, with <parameters>

	pattern *regexp.Regexp
}

// parameter matches a placeholder for a word of the call.
var parameter = regexp.MustCompile(`<([^<>\s][^<>]*)>`)

// New returns the phrase that a scenario defines.
func New(file *feature.File, entry *feature.Entry) *Phrase {
	s := entry.Scenario
	p := &Phrase{Name: feature.Spaced(s.Name), File: file.URI, Line: int(s.Location.Line)}
	for _, found := range parameter.FindAllStringSubmatch(p.Name, -1) {
		if !slices.Contains(p.Params, found[1]) {
			p.Params = append(p.Params, found[1])
		}
	}
	p.pattern = patternOf(p.Name)
	types := typesOf(entry)
	for i, step := range s.Steps {
		p.steps = append(p.steps, plan.Step{
			Line: int(step.Location.Line), Keyword: strings.TrimSpace(step.Keyword), Text: feature.Spaced(step.Text),
			Type: types[i], Argument: argumentOf(step), Opens: opensOf(step),
		})
	}
	return p
}

// typesOf returns the types of a scenario's steps. And and But continue the step before.
func typesOf(entry *feature.Entry) []messages.PickleStepType {
	types := make([]messages.PickleStepType, len(entry.Scenario.Steps))
	now := messages.PickleStepType_UNKNOWN
	for i, step := range entry.Scenario.Steps {
		switch step.KeywordType {
		case messages.StepKeywordType_CONTEXT:
			now = messages.PickleStepType_CONTEXT
		case messages.StepKeywordType_ACTION:
			now = messages.PickleStepType_ACTION
		case messages.StepKeywordType_OUTCOME:
			now = messages.PickleStepType_OUTCOME
		}
		types[i] = now
	}
	return types
}

func argumentOf(step *messages.Step) *messages.PickleStepArgument {
	switch {
	case step.DocString != nil:
		return &messages.PickleStepArgument{DocString: &messages.PickleDocString{
			MediaType: step.DocString.MediaType, Content: step.DocString.Content,
		}}
	case step.DataTable != nil:
		table := &messages.PickleTable{}
		for _, row := range step.DataTable.Rows {
			copied := &messages.PickleTableRow{}
			for _, cell := range row.Cells {
				copied.Cells = append(copied.Cells, &messages.PickleTableCell{Value: cell.Value})
			}
			table.Rows = append(table.Rows, copied)
		}
		return &messages.PickleStepArgument{DataTable: table}
	}
	return nil
}

func opensOf(step *messages.Step) int {
	if step.DocString == nil {
		return 0
	}
	return int(step.DocString.Location.Line)
}

// endings matches alternative endings of a Korean word, such as {이/가}.
var endings = regexp.MustCompile(`\{([^{}/]*(?:/[^{}/]*)+)\}`)

// patternOf returns the pattern of calls. A quoted parameter matches any text without
// quotes; an unquoted one matches a single word.
func patternOf(name string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString("^")
	rest := name
	for rest != "" {
		param, ending := parameter.FindStringIndex(rest), endings.FindStringSubmatchIndex(rest)
		switch {
		case param != nil && (ending == nil || param[0] < ending[0]):
			b.WriteString(regexp.QuoteMeta(rest[:param[0]]))
			if strings.HasSuffix(rest[:param[0]], `"`) {
				b.WriteString(`([^"]*)`)
			} else {
				b.WriteString(`([^\s"]+?)`)
			}
			rest = rest[param[1]:]
		case ending != nil:
			b.WriteString(regexp.QuoteMeta(rest[:ending[0]]))
			b.WriteString("(?:" + strings.ReplaceAll(regexp.QuoteMeta(rest[ending[2]:ending[3]]), "/", "|") + ")")
			rest = rest[ending[1]:]
		default:
			b.WriteString(regexp.QuoteMeta(rest))
			rest = ""
		}
	}
	return regexp.MustCompile(b.String() + "$")
}

// Matches reports whether a sentence calls the phrase.
func (p *Phrase) Matches(sentence string) bool { return p.pattern.MatchString(sentence) }

// Place returns FILE:LINE of the definition.
func (p *Phrase) Place() string { return plan.ID(p.File, p.Line) }

// stepsFor returns the steps for a call, with its words in place of the parameters.
func (p *Phrase) stepsFor(sentence string) []plan.Step {
	captured := p.pattern.FindStringSubmatch(sentence)[1:]
	var pairs []string
	given := map[string]bool{}
	for i, found := range parameter.FindAllStringSubmatch(p.Name, -1) {
		if !given[found[1]] {
			given[found[1]] = true
			pairs = append(pairs, "<"+found[1]+">", captured[i])
		}
	}
	return p.filled(strings.NewReplacer(pairs...))
}

func (p *Phrase) filled(fill *strings.Replacer) []plan.Step {
	all := slices.Clone(p.steps)
	for i := range all {
		all[i].Text = fill.Replace(all[i].Text)
		all[i].Argument = filledArgument(all[i].Argument, fill)
	}
	return all
}

func filledArgument(a *messages.PickleStepArgument, fill *strings.Replacer) *messages.PickleStepArgument {
	switch {
	case a == nil:
		return nil
	case a.DocString != nil:
		return &messages.PickleStepArgument{DocString: &messages.PickleDocString{
			MediaType: fill.Replace(a.DocString.MediaType), Content: fill.Replace(a.DocString.Content),
		}}
	}
	table := &messages.PickleTable{}
	for _, row := range a.DataTable.Rows {
		copied := &messages.PickleTableRow{}
		for _, cell := range row.Cells {
			copied.Cells = append(copied.Cells, &messages.PickleTableCell{Value: fill.Replace(cell.Value)})
		}
		table.Rows = append(table.Rows, copied)
	}
	return &messages.PickleStepArgument{DataTable: table}
}

// differs reports whether a call gives two values to a parameter that occurs twice.
func (p *Phrase) differs(sentence string) (name string, found bool) {
	values := map[string]string{}
	captured := p.pattern.FindStringSubmatch(sentence)[1:]
	for i, found := range parameter.FindAllStringSubmatch(p.Name, -1) {
		if before, twice := values[found[1]]; twice && before != captured[i] {
			return found[1], true
		}
		values[found[1]] = captured[i]
	}
	return "", false
}

// Shape returns the sentence without the names of its parameters. Phrases of the same
// shape match the same calls.
func (p *Phrase) Shape() string { return parameter.ReplaceAllString(p.Name, "<>") }

// Example returns a call with the placeholders as words.
func (p *Phrase) Example() string {
	said := endings.ReplaceAllStringFunc(p.Name, func(all string) string {
		first, _, _ := strings.Cut(strings.Trim(all, "{}"), "/")
		return first
	})
	return parameter.ReplaceAllStringFunc(said, func(name string) string { return strings.ReplaceAll(name, " ", "_") })
}

// samples are values to try for parameters.
var samples = []string{"web", "2", "10s", "worker-1", "Running", "pod", "50%", "10초", "파드"}

// Try calls the phrase with sample values until check accepts a call. If check accepts
// none, Try returns its first error. If a step is undefined for all values, Try returns
// the step.
func (p *Phrase) Try(known func(text string) bool, check func(sentence string) error) (unknown *plan.Step, err error) {
	t := trial{Phrase: p, known: known, check: check, given: map[string]string{}}
	if t.steps(p.steps) {
		return nil, nil
	}
	if t.err == nil && t.farthest < len(p.steps) {
		return &p.steps[t.farthest], nil
	}
	return nil, t.err
}

// trial searches values for the parameters of a phrase.
type trial struct {
	*Phrase
	known    func(string) bool
	check    func(string) error
	given    map[string]string
	farthest int   // the maximum number of steps defined for the same values
	err      error // the first error of check
	tries    int
}

// mostTries limits the calls and steps that are tried.
const mostTries = 5000

// steps reports whether all remaining steps are defined for some values, and check
// accepts the call with these values.
func (t *trial) steps(rest []plan.Step) bool {
	t.farthest = max(t.farthest, len(t.Phrase.steps)-len(rest))
	if len(rest) > 0 {
		return t.choose(rest[0].Text, t.paramsIn(rest[0].Text), func() bool { return t.steps(rest[1:]) })
	}
	t.tries++
	err := t.check(t.sentence(t.given))
	if t.err == nil {
		t.err = err
	}
	if errors.As(err, new(circularError)) || errors.Is(err, errTooMany) {
		t.tries = mostTries // other values change nothing
	}
	return err == nil
}

// choose assigns values to the unassigned parameters of a step, and continues with then
// if the step is defined.
func (t *trial) choose(text string, params []string, then func() bool) bool {
	if len(params) == 0 {
		t.tries++
		return t.tries < mostTries && t.known(text) && then()
	}
	name := "<" + params[0] + ">"
	if word, chosen := t.given[params[0]]; chosen {
		return t.choose(strings.ReplaceAll(text, name, word), params[1:], then)
	}
	for _, word := range samples {
		t.given[params[0]] = word
		if t.choose(strings.ReplaceAll(text, name, word), params[1:], then) {
			return true
		}
	}
	delete(t.given, params[0])
	return false
}

// paramsIn returns the parameters that occur in a text.
func (p *Phrase) paramsIn(text string) (all []string) {
	for _, name := range p.Params {
		if strings.Contains(text, "<"+name+">") {
			all = append(all, name)
		}
	}
	return all
}

// sentence returns the call with these values. Parameters without a value stay as
// placeholders.
func (p *Phrase) sentence(given map[string]string) string {
	return parameter.ReplaceAllStringFunc(p.Example(), func(name string) string {
		if word, chosen := given[strings.ReplaceAll(strings.Trim(name, "<>"), "_", " ")]; chosen {
			return word
		}
		if word, chosen := given[strings.Trim(name, "<>")]; chosen {
			return word
		}
		return name
	})
}
