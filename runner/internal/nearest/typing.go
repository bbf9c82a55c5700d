package nearest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gherkube/gherkube/steps"
)

// typing is a sentence that is not typed to its end.
type typing struct {
	sentence
	begun string // the beginning of the words that say when, if no more is typed
	whole bool   // the last word is complete
}

func typingOf(typed string, language steps.Language) typing {
	open := strings.Count(typed, `"`)%2 == 1
	last, _ := utf8.DecodeLastRuneInString(typed)
	t := typing{whole: typed == "" || unicode.IsSpace(last) || last == '"' && !open}
	if open {
		typed += `"`
	}
	t.language = language
	t.tokens = tokensOf(typed)
	if t.beginsFrame() {
		t.tokens = nil
		return t
	}
	t.durations()
	if len(t.tokens) > 0 {
		t.frameAt(0)
	}
	if t.frame == "" {
		t.duration = "" // what stands in its place is none
	}
	return t
}

// amountOf is a time, or the beginning of one.
var amountOf = regexp.MustCompile(`^(\d+)(?:ms?|s|m|밀?리?초?|초|분)?$`)

// beginsFrame tells whether nothing but the words that say when is typed so far.
func (t *typing) beginsFrame() bool {
	if len(t.tokens) == 0 {
		return false
	}
	said := strings.ToLower(joined(t.tokens))
	if t.language == steps.Korean {
		t.duration = durationBegun(said, "초")
		return t.duration != ""
	}
	for _, frame := range []string{"never within", "within", "for"} {
		rest, all := strings.CutPrefix(said, frame)
		switch rest = strings.TrimSpace(rest); {
		case !all && strings.HasPrefix(frame, said), all && rest == "":
			t.begun = said
			return true
		case all && strings.HasPrefix(grace, rest):
			t.begun, t.duration = frame, grace
			return true
		case all && durationBegun(rest, "s") != "":
			t.begun, t.duration = frame, durationBegun(rest, "s")
			return true
		}
	}
	return false
}

// durationBegun is the duration that a word is, or is the beginning of.
func durationBegun(word, unit string) string {
	found := amountOf.FindStringSubmatch(word)
	switch {
	case found == nil:
		return ""
	case someTime.MatchString(word):
		return word
	}
	return found[1] + unit
}

// complete continues what was typed in the words of the template.
func (t *template) complete(typed typing) (Completion, bool) {
	c := Completion{Step: t.step, left: len(t.tokens)}
	for _, said := range t.step.Sentences() {
		if said.Language == t.language {
			c.Sentence = said
		}
	}
	frames, ok := t.framesFor(typed)
	if !ok {
		return c, false
	}
	var fills []string
	if fills, c.Exact = t.begins(typed); !c.Exact && !t.has(typed.tokens) {
		return c, false
	}
	c.left -= len(fills)
	c.Parts = slices.Concat(t.when(typed, frames), t.parts(fills, typed.unfinished()))
	return c, true
}

// framesFor are the words that can say when, after what was typed of them.
func (t *template) framesFor(typed typing) ([]string, bool) {
	var fit []string
	for _, f := range t.frames {
		if typed.frame == f || typed.frame == "" && strings.HasPrefix(f, typed.begun) {
			fit = append(fit, f)
		}
	}
	asked := typed.frame != "" || typed.begun != "" || typed.duration != ""
	return fit, len(fit) > 0 || len(t.frames) == 0 && !asked
}

// begins lays the typed words beside the first places, one by one. It returns what
// stands in them.
func (t *template) begins(typed typing) (fills []string, all bool) {
	if len(typed.tokens) > len(t.tokens) {
		return nil, false
	}
	for i, token := range typed.tokens {
		unfinished := i == len(typed.tokens)-1 && !typed.whole
		fill, fits := t.tokens[i].takes(token, unfinished)
		if !fits {
			return nil, false
		}
		if !unfinished || t.tokens[i].words == nil {
			fills = append(fills, fill)
		}
	}
	return fills, true
}

// takes tells whether a typed word can stand in a place.
func (p *place) takes(t token, unfinished bool) (fill string, fits bool) {
	if p.quoted != t.quoted {
		return "", false
	}
	for _, word := range p.words {
		if strings.EqualFold(word, t.text) || unfinished && hasPrefixFold(word, t.text) {
			return word, true
		}
	}
	return t.text, p.words == nil && (unfinished || p.pattern.MatchString(t.text))
}

func hasPrefixFold(word, prefix string) bool {
	return len(word) >= len(prefix) && strings.EqualFold(word[:len(prefix)], prefix)
}

// unfinished is the last word if it may be incomplete.
func (t typing) unfinished() string {
	if t.whole || len(t.tokens) == 0 {
		return ""
	}
	return t.tokens[len(t.tokens)-1].text
}

// beginning are the words that begin with a text, or all if none does.
func beginning(words []string, text string) []string {
	var some []string
	for _, word := range words {
		if hasPrefixFold(word, text) {
			some = append(some, word)
		}
	}
	if some == nil {
		return words
	}
	return some
}

// has tells whether the typed words begin words of the template, in any order.
func (t *template) has(typed []token) bool {
	some := false
	for _, token := range typed {
		if token.quoted || token.word() == "" {
			continue
		}
		some = true
		begins := func(word string) bool { return hasPrefixFold(word, token.word()) }
		if !slices.ContainsFunc(t.known, begins) && !strings.HasPrefix(t.step.Topic, strings.ToLower(token.word())) {
			return false
		}
	}
	return some
}

// when are the parts that say when.
func (t *template) when(typed typing, frames []string) []Part {
	if len(t.frames) == 0 {
		return nil
	}
	frame := Part{Text: frames[0]}
	if len(frames) > 1 {
		frame.Choices = frames
	}
	length := Part{Text: t.duration, Open: true}
	if typed.duration != "" {
		length = Part{Text: typed.duration, Open: typed.frame == ""}
	}
	space := Part{Text: " "}
	if t.language == steps.Korean {
		return []Part{length, space, frame, space}
	}
	return []Part{frame, space, length, space}
}

// maxChoices is how many words a person looks through, as of the states of a pod. The
// types of objects are more.
const maxChoices = 16

// parts are the places: what is filled as it was typed, the others with their examples. In
// the first of the others, begun is typed of a word.
func (t *template) parts(fills []string, begun string) (all []Part) {
	for i, p := range t.tokens {
		part, words := Part{Text: p.example}, p.words
		if i == len(fills) {
			words = beginning(words, begun)
		}
		switch {
		case i < len(fills):
			part.Text = fills[i]
		case words == nil:
			part.Open = true
		case len(words) > maxChoices:
			part.Text, part.Open = cmp.Or(p.example, words[0]), true
		case len(words) > 1:
			part.Text, part.Choices = words[0], words
			if slices.Contains(words, p.example) {
				part.Text = p.example
			}
		default:
			part.Text = words[0]
		}
		if p.spaced && i > 0 {
			all = append(all, Part{Text: " "})
		}
		if p.quoted {
			all = append(all, Part{Text: `"`}, part, Part{Text: `"`})
		} else {
			all = append(all, part)
		}
	}
	return all
}
