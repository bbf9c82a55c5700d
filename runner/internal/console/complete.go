package console

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

// Completer completes lines of a console.
type Completer struct {
	Index *nearest.Index
	Nodes []string
	// Names lists the objects of a type, by its name in a sentence.
	Names func(ctx context.Context, typ string) []string
}

// Complete returns what a line can go on to, from its beginning up to the cursor. What
// stands behind the cursor stays there.
func (c Completer) Complete(ctx context.Context, before, behind string) []string {
	head, typed := c.heading(before)
	if head == "" && strings.HasPrefix(typed, ":") {
		return commandsFrom(typed)
	}
	var all []string
	for _, text := range c.ending(ctx, typed, behind) {
		if text != typed && !slices.Contains(all, head+text) {
			all = append(all, head+text)
		}
	}
	return all
}

// ending is what a sentence can go on to: names where one stands, or else sentences.
func (c Completer) ending(ctx context.Context, typed, behind string) []string {
	if names := c.named(ctx, typed, behind); len(names) > 0 {
		return names
	}
	return c.sentences(typed)
}

// heading cuts off what stands before a sentence: its keyword, or a command.
func (c Completer) heading(text string) (head, sentence string) {
	if found := takesClaim.FindString(text); found != "" {
		return found, text[len(found):]
	}
	for _, language := range []string{string(steps.English), string(steps.Korean)} {
		if step, is := feature.Step(text, language); is {
			return text[:step.At], text[step.At:]
		}
	}
	return "", text
}

var takesClaim = regexp.MustCompile(`^\s*:(?:watch|until it changes)\s+`)

func commandsFrom(typed string) (all []string) {
	for _, known := range commands() {
		if strings.HasPrefix(known.name, typed) {
			all = append(all, known.name)
		}
	}
	return all
}

var (
	quoted   = regexp.MustCompile(`([\pL][\pL\d.-]*) "([^"]*)$`)
	lastWord = regexp.MustCompile(`(?:^|\s)(\S*)$`)
	ofNode   = regexp.MustCompile(`(?:\bnode|\bon|노드) \S*$`)
)

// named are the names that can stand where the cursor is: of an object between quotes, or
// of a node.
func (c Completer) named(ctx context.Context, typed, behind string) (all []string) {
	if strings.Count(typed, `"`)%2 == 1 {
		found := quoted.FindStringSubmatch(typed)
		if found == nil {
			return nil
		}
		closing := `"`
		if strings.HasPrefix(behind, `"`) {
			closing = ""
		}
		for _, name := range c.Names(ctx, found[1]) {
			if name = terminal.Visible(name); strings.HasPrefix(name, found[2]) {
				all = append(all, strings.TrimSuffix(typed, found[2])+name+closing)
			}
		}
		return all
	}
	begun := lastWord.FindStringSubmatch(typed)[1]
	if begun == "" && !ofNode.MatchString(typed) {
		return nil
	}
	for _, name := range c.Nodes {
		if strings.HasPrefix(name, begun) && name != begun {
			all = append(all, strings.TrimSuffix(typed, begun)+name)
		}
	}
	return all
}

// sentences are those that go on from what was typed, as far as the next place for a name
// if there is but one.
func (c Completer) sentences(typed string) (all []string) {
	language := steps.English
	if isKorean(typed) {
		language = steps.Korean
	}
	var exact []nearest.Completion
	for _, found := range c.Index.Complete(typed, "", language) {
		if text, fits := goingOn(found, typed); fits {
			all, exact = append(all, text), append(exact, found)
		}
	}
	if len(all) == 1 {
		all[0] = untilName(exact[0], typed, all[0])
	}
	return all
}

// goingOn is a completion that begins with what was typed: the whole sentence, or its
// claim.
func goingOn(c nearest.Completion, typed string) (string, bool) {
	for _, text := range []string{c.Text(), bare(c.Text())} {
		if len(text) >= len(typed) && strings.EqualFold(text[:len(typed)], typed) {
			return typed + text[len(typed):], true
		}
	}
	return "", false
}

// untilName ends a completion at the next place in which something else can stand, so that
// its name can be typed or completed. At such a place it shows the example.
func untilName(c nearest.Completion, typed, text string) string {
	at := len(text)
	for _, part := range slices.Backward(c.Parts) {
		at -= len(part.Text)
		if at <= len(typed) {
			break
		}
		if part.Open || len(part.Choices) > 1 {
			text = text[:at]
		}
	}
	return text
}

var frame = regexp.MustCompile(`^(?:(?:within|for|never within) \S+|\S+ (?:안에|동안 한 번도 일어나지 않는다:|동안)) `)

// bare is a sentence without the words that say when.
func bare(sentence string) string { return frame.ReplaceAllString(sentence, "") }
