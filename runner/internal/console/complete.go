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

// Completer completes the lines of a console.
type Completer struct {
	Index *nearest.Index
	Nodes []string
	// Names lists the objects of a type, by its name in a sentence.
	Names func(ctx context.Context, typ string) []string
}

// Complete returns the possible texts from the beginning of the line to the cursor. The
// text behind the cursor does not change.
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

// ending returns completions of a sentence: names at the place of a name, or sentences.
func (c Completer) ending(ctx context.Context, typed, behind string) []string {
	if names := c.named(ctx, typed, behind); len(names) > 0 {
		return names
	}
	return c.sentences(typed)
}

// heading splits off the keyword or the command before a sentence.
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

// named returns completions with a name at the cursor: of an object inside quotes, or of
// a node.
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

// sentences returns the sentences that begin with the typed text. A single one is
// completed up to its next variable part.
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

// way is a possible completion of the typed text.
type way struct {
	text   string
	stop   int  // where the next variable part begins; 0 for none
	chosen bool // one of several words was chosen at the cursor
}

// ways returns the sentences of these parts that begin with the typed text: one for each
// word that is possible at its end.
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

// agree reports whether one text is a prefix of the other, in any case of letters.
func agree(a, b string) bool {
	shorter := min(len(a), len(b))
	return strings.EqualFold(a[:shorter], b[:shorter])
}

// claimOf returns the parts of a sentence without its frame, or nil.
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

// bare returns a sentence without its frame.
func bare(sentence string) string { return frame.ReplaceAllString(sentence, "") }
