package console

import (
	"context"
	"fmt"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// line runs one line.
func (c *console) line(ctx context.Context, text string) {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasPrefix(text, "#") {
		return
	}
	if strings.HasPrefix(text, quotes) || strings.HasPrefix(text, "|") {
		c.stray(ctx, text)
		return
	}
	c.Lines.Remember(text)
	c.refused = false
	if strings.HasPrefix(text, ":") {
		c.command(ctx, text)
		return
	}
	c.sentence(ctx, text)
}

// sentence reads the doc string or table of a sentence, lints it and runs it.
func (c *console) sentence(ctx context.Context, text string) {
	l := c.read(text)
	found := c.Vocabulary.Match(l.text)
	if len(found) == 0 && !l.keyword {
		if framed, is := steps.InFrame(l.text); is {
			c.claim(ctx, l.text, framed)
			return
		}
	}
	if !c.below(ctx, &l, found) {
		return
	}
	step, problems := c.check(l)
	if len(problems) > 0 {
		c.refuse(problems)
		return
	}
	if l.kind == "" { // a phrase
		l.kind = c.typed.kindAmong(kindsOf(step))
	}
	c.run(ctx, l, step)
}

// kindsOf returns the kinds of a phrase: one that acts cannot follow Then.
func kindsOf(said []*messages.PickleStep) []steps.Kind {
	acts := func(s *messages.PickleStep) bool {
		return s.Type == messages.PickleStepType_CONTEXT || s.Type == messages.PickleStepType_ACTION
	}
	if slices.ContainsFunc(said, acts) {
		return []steps.Kind{steps.Given, steps.When}
	}
	return []steps.Kind{steps.Then}
}

// read splits an optional keyword off a line, and determines the kind of its step.
func (c *console) read(text string) line {
	for _, language := range []string{string(steps.English), string(steps.Korean)} {
		step, is := feature.Step(text, language)
		if is && len(c.Vocabulary.Match(text)) == 0 {
			return line{text: step.Sentence, kind: c.kindOf(step), keyword: true}
		}
	}
	return line{text: text, kind: c.typed.kindFor(c.Vocabulary.Match(text))}
}

// kindOf returns the kind of a step with a keyword. And continues the line before.
func (c *console) kindOf(step feature.StepLine) steps.Kind {
	if kind := planner.KindOf(step.Type); kind != "" {
		return kind
	}
	if last := c.typed.last(); last != "" {
		return last
	}
	return c.typed.kindFor(c.Vocabulary.Match(step.Sentence))
}

const quotes = `"""`

// below reads the doc string or table of a sentence. It returns false if the user gave up.
func (c *console) below(ctx context.Context, l *line, found []steps.Step) bool {
	needs := func(has func(steps.Step) bool) bool { return len(found) == 1 && has(found[0]) }
	switch {
	case needs(steps.Step.NeedsDocString):
		return c.docString(ctx, l)
	case needs(steps.Step.NeedsTable):
		return c.table(ctx, l)
	}
	return true
}

// stray reads a doc string or table that belongs to no sentence. It reports an error unless
// the sentence above was rejected.
func (c *console) stray(ctx context.Context, text string) {
	l := line{text: "what stands above it"}
	c.putBack(text)
	switch {
	case strings.HasPrefix(text, quotes):
		c.docString(ctx, &l)
	default:
		c.table(ctx, &l)
	}
	if !c.refused {
		c.refuse([]string{"the sentence above takes no doc string and no table: nobody would read it"})
	}
}

// docString reads lines up to the closing quotes. The opening quotes are optional.
func (c *console) docString(ctx context.Context, l *line) bool {
	if c.Lines.Typed() {
		c.say(`Type the text; a line with only """ ends it.`)
	}
	indented := 0
	for first := true; ; first = false {
		text, err := c.next(ctx, more)
		trimmed := strings.TrimSpace(text)
		switch {
		case err != nil:
			if !c.Lines.Typed() {
				c.refuse([]string{fmt.Sprintf("%q: the doc string below it has no closing \"\"\"", l.text)})
			}
			return false
		case first && strings.HasPrefix(trimmed, quotes):
			indented = len(text) - len(strings.TrimLeft(text, " \t"))
			l.below = []string{trimmed}
		case first:
			l.below = []string{quotes, text}
		case trimmed == quotes:
			l.below = append(l.below, quotes)
			return true
		default:
			l.below = append(l.below, dedented(text, indented))
		}
	}
}

// dedented removes the indentation of the opening quotes from a line.
func dedented(text string, by int) string {
	for by > 0 && text != "" && (text[0] == ' ' || text[0] == '\t') {
		text, by = text[1:], by-1
	}
	return text
}

// table reads rows up to the first other line.
func (c *console) table(ctx context.Context, l *line) bool {
	if c.Lines.Typed() {
		c.say("Type the rows, as | name | image |; an empty line ends the table.")
	}
	for {
		text, err := c.next(ctx, more)
		trimmed := strings.TrimSpace(text)
		switch {
		case err != nil && c.Lines.Typed():
			return false
		case err != nil:
			return true
		case strings.HasPrefix(trimmed, "|"):
			l.below = append(l.below, trimmed)
			continue
		case trimmed != "" || !c.Lines.Typed():
			c.putBack(text)
		}
		return true
	}
}

// more is the prompt for doc strings and tables.
const more = "  ... "
