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
	stop := 0
	for _, found := range c.Index.Complete(typed, "", language) {
		for _, parts := range [][]nearest.Part{found.Parts, claimOf(found)} {
			for _, w := range ways(parts, way{}, typed) {
				all, stop = append(all, w.text), w.stop
			}
		}
	}
	if len(all) == 1 && stop > 0 {
		all[0] = all[0][:stop]
	}
	return all
}

// way is how a sentence can go on from what was typed.
type way struct {
	text   string
	stop   int  // where the next place begins in which something else can stand; 0 for none
	chosen bool // one of several words was chosen for the place at the cursor
}

// ways are the sentences of these parts that begin with what was typed: one for each word
// that can stand where it ends.
func ways(parts []nearest.Part, so way, typed string) (all []way) {
	if len(parts) == 0 {
		if !agree(so.text, typed) || len(so.text) < len(typed) {
			return nil
		}
		so.text = typed + so.text[len(typed):]
		return []way{so}
	}
	part := parts[0]
	options := []string{part.Text}
	if len(part.Choices) > 1 && !so.chosen {
		options = part.Choices
	}
	for _, option := range options {
		next := so
		if next.text += option; !agree(next.text, typed) {
			continue
		}
		if next.stop == 0 && len(so.text) > len(typed) && (part.Open || len(options) == 1 && len(part.Choices) > 1) {
			next.stop = len(so.text)
		}
		next.chosen = so.chosen || len(part.Choices) > 1 && len(next.text) > len(typed)
		all = append(all, ways(parts[1:], next, typed)...)
	}
	return all
}

// agree tells whether one of two texts begins with the other.
func agree(a, b string) bool {
	shorter := min(len(a), len(b))
	return strings.EqualFold(a[:shorter], b[:shorter])
}

// claimOf are the parts of a sentence without the words that say when.
func claimOf(c nearest.Completion) []nearest.Part {
	text := ""
	for i, part := range c.Parts {
		text += part.Text
		if found := frame.FindString(text); found != "" && found == text {
			return c.Parts[i+1:]
		}
	}
	return nil
}

var frame = regexp.MustCompile(`^(?:(?:within|for|never within) \S+|\S+ (?:안에|동안 한 번도 일어나지 않는다:|동안)) `)

// bare is a sentence without the words that say when.
func bare(sentence string) string { return frame.ReplaceAllString(sentence, "") }
