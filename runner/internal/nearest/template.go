package nearest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// template is one way to say a step, as a row of words and places for them,
// without the words that say when.
type template struct {
	step     steps.Step
	language steps.Language
	frames   []string // that can stand before it; none for what has no time
	duration string   // of the example
	tokens   []place
	known    []string // its vocabulary
}

// place is a word of a template, or room for one.
type place struct {
	spaced bool     // a space stands before it
	quoted bool     // it stands in quotes
	words  []string // what can stand here, if that is all known
	// byLetters are the words by their letters in lower case, once they were looked up.
	byLetters map[string]string
	pattern   *regexp.Regexp // what can stand here otherwise
	node      bool           // the name of a node
	many      bool           // several words can stand here
	named     bool           // the name of an object stands here, after its type
	example   string
}

// inTime is how the pattern of an expectation begins: its frames and a time.
var inTime = map[steps.Language]*regexp.Regexp{
	steps.English: regexp.MustCompile(`^\^\((?:\?:)?([a-z |]+)\) DURATION `),
	steps.Korean:  regexp.MustCompile(`^\^DURATION \(([^)]+)\) `),
}

// templatesOf are all ways to say a step in one language.
func templatesOf(step steps.Step, said steps.Sentence) []template {
	pattern, base := steps.Outline(said), template{step: step, language: said.Language}
	if strings.Contains(pattern, "CLAIM") {
		return nil // its claims are sentences of their own
	}
	if found := inTime[said.Language].FindStringSubmatch(pattern); found != nil {
		base.frames = strings.Split(found[1], "|")
		pattern = "^" + pattern[len(found[0]):]
	}
	example := read(said.Example)
	base.duration = example.duration
	if base.frames == nil {
		example = sentence{tokens: tokensOf(said.Example)}
	}
	ways, rooms := expanded(pattern, said.Language)
	all := make([]template, 0, len(ways))
	for _, way := range ways {
		t := base
		t.tokens = placesOf(way, rooms)
		t.learn(example.tokens)
		all = append(all, t)
	}
	return all
}

// learn takes the examples of the places from a sentence.
func (t *template) learn(example []token) {
	for i := range example {
		example[i].free = true
	}
	found := align(t, example)
	for i, text := range found.fills {
		if p := &t.tokens[i]; p.words == nil && text != "" && (!p.node || named.MatchString(text)) {
			p.example = text
		}
	}
}

// vocabulary are the words that are literally in the template, in lower case.
func (t *template) vocabulary() (all []string) {
	for _, p := range t.tokens {
		for _, w := range p.words {
			all = append(all, strings.ToLower(strings.TrimRight(w, ":,")))
		}
	}
	return all
}

// placesOf splits a way to say a step into its places.
func placesOf(way string, rooms []room) (all []place) {
	letters := []rune(way)
	spaced := false
	for i := 0; i < len(letters); {
		switch letters[i] {
		case ' ':
			spaced = true
			i++
			continue
		case '"':
			end := i + 1
			for end < len(letters) && letters[end] != '"' {
				end++
			}
			all = append(all, placeOf(letters[i+1:end], rooms, true))
			i = end + 1
		default:
			end := i
			for end < len(letters) && letters[end] != ' ' && letters[end] != '"' {
				end++
			}
			all = append(all, placeOf(letters[i:end], rooms, false))
			i = end
		}
		last := len(all) - 1
		all[last].spaced = spaced
		spaced = false
		if last > 0 && all[last].quoted {
			all[last].named = slices.ContainsFunc(all[last-1].words, func(w string) bool { return nouns[w] || slices.Contains(namers, w) })
		}
	}
	return all
}

func placeOf(letters []rune, rooms []room, quoted bool) place {
	p := place{quoted: quoted, words: []string{""}}
	var pattern, example strings.Builder
	for _, r := range letters {
		in := literal(r)
		if i := int(r - firstRoom); i >= 0 && i < len(rooms) {
			in = rooms[i]
		}
		p.words = combined(p.words, in.words)
		p.many = p.many || in.many
		p.node = p.node || in.node
		pattern.WriteString(in.pattern)
		example.WriteString(in.example)
	}
	p.example = example.String()
	if p.words == nil {
		p.pattern = regexp.MustCompile("^(?:" + pattern.String() + ")$")
	}
	return p
}

func combined(begins, ends []string) (all []string) {
	for _, b := range begins {
		for _, e := range ends {
			all = append(all, b+e)
		}
	}
	return all
}
