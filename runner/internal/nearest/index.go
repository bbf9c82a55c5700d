// Package nearest finds the step that an author meant. It compares the written
// sentence with every step, word by word, and fills the nearest one with the words
// that were written.
package nearest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// Index is a vocabulary prepared for comparison. It is safe for use by one
// goroutine at a time.
type Index struct {
	match     func(string) []steps.Step
	templates []template
	byWord    map[string][]int // templates by the words that are literally in them
	words     []string         // those words
	senses    map[string][]sense
	shapes    map[string][]int // the best templates, by the shape of a sentence
}

// New prepares a vocabulary; match tells which of its steps a sentence says.
func New(all []steps.Step, match func(string) []steps.Step) *Index {
	x := &Index{match: match, byWord: map[string][]int{}, senses: map[string][]sense{}, shapes: map[string][]int{}}
	for _, s := range all {
		for _, said := range s.Sentences() {
			x.templates = append(x.templates, templatesOf(s, said)...)
		}
	}
	for i := range x.templates {
		t := &x.templates[i]
		t.known = t.vocabulary()
		for _, word := range t.known {
			if at := x.byWord[word]; len(at) == 0 || at[len(at)-1] != i {
				x.byWord[word] = append(at, i)
			}
		}
	}
	for word := range x.byWord {
		x.words = append(x.words, word)
	}
	slices.Sort(x.words)
	return x
}

// Guess is a sentence of the vocabulary that may have been meant.
type Guess struct {
	Text    string
	Likely  bool         // near enough to be offered as what was meant
	Untimed bool         // the time in it was made up: the sentence that was written has none
	Frames  []string     // the words that can say when it is true; none for other sentences
	Alike   float64      // how near it is, of 1
	Kinds   []steps.Kind // of its step, if it cannot follow the keyword that was written
	Next    string       // a second sentence that has to follow; empty for none
	number  int          // of its template
}

const (
	// likely is how alike a sentence must be, of 1, to be taken for what was
	// meant, and possible to be worth a look.
	likely = 0.5
	// sure is how alike one must be that has other words where some were left out.
	sure     = 0.7
	possible = 0.3
	// enough is how many templates are compared word by word.
	enough = 32
	// rare is up to how many templates a word is in that tells them from all others.
	rare = 16
	// longest is how many bytes a sentence may have to be compared: comparing
	// takes time that grows with the square.
	longest = 1000
	// remembered bounds the shapes that are kept.
	remembered = 4096
)

// Meant returns the sentences that are nearest to what was written, the nearest
// first, at most n. Each matches one step. Those that may follow a keyword of
// the kind are preferred; no kind is any.
func (x *Index) Meant(written string, kind steps.Kind, n int) []Guess {
	if g, ok := x.until(written); ok {
		return []Guess{g}
	}
	if len(written) > longest {
		return nil
	}
	s := read(written)
	if len(s.tokens) == 0 {
		return nil
	}
	if g, ok := x.meantBy(s, kind); ok {
		return []Guess{g}
	}
	s.takeNever()
	sense := guard(written)
	for i, t := range s.tokens {
		s.tokens[i].senses = x.sensesOf(t.word())
		_, s.tokens[i].common = x.byWord[strings.ToLower(t.word())]
	}
	shape := string(kind) + s.shape()
	var all []Guess
	for _, i := range x.candidates(shape, s) {
		if g, ok := x.guess(s, i, kind); ok {
			all = append(all, g)
		}
	}
	slices.SortStableFunc(all, func(a, b Guess) int { return cmp.Compare(b.Alike, a.Alike) })
	x.keep(shape, all)
	var best []Guess
	for _, g := range all {
		known := slices.ContainsFunc(best, func(b Guess) bool { return b.Text == g.Text })
		if len(best) < n && !known && sense.sameSense(g.Text) && x.offerable(g.Text, "") {
			best = append(best, g)
		}
	}
	return best
}

func (x *Index) guess(s sentence, number int, kind steps.Kind) (Guess, bool) {
	t := &x.templates[number]
	found := align(t, s.tokens)
	alike := found.alike()
	if alike < possible || !found.telling || found.lost {
		return Guess{}, false
	}
	text, frameFits := t.inFrame(s, found.text())
	if !frameFits {
		alike -= 0.1
	}
	if kind != "" && !t.step.Allows(kind) {
		alike -= 0.1
	}
	g := Guess{Text: text, Likely: alike >= likely && !found.other || alike >= sure, Untimed: s.frame == "", Frames: t.frames, Alike: alike, number: number}
	if kind != "" && !t.step.Allows(kind) {
		g.Likely, g.Kinds = false, t.step.Kinds
	}
	return g, true
}

// candidates are the templates that have most words in common with a sentence.
// Sentences that differ in names and numbers alone have the same.
func (x *Index) candidates(shape string, s sentence) []int {
	if known, ok := x.shapes[shape]; ok {
		return known
	}
	score := make([]float64, len(x.templates))
	for _, t := range s.tokens {
		for _, meant := range t.senses {
			for _, i := range x.byWord[meant.word] {
				score[i] += weight(meant.word)
			}
		}
	}
	var all []int
	for i := range score {
		if score[i] > 0 {
			score[i] -= 0.05 * float64(len(x.templates[i].tokens))
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	all = all[:min(enough, len(all))]
	for _, i := range x.rarest(s) {
		if !slices.Contains(all, i) {
			all = append(all, i)
		}
	}
	return all
}

// rarest are the templates of words that few have: many words in common with other
// templates must not hide them.
func (x *Index) rarest(s sentence) (found []int) {
	for _, t := range s.tokens {
		word := strings.ToLower(t.word())
		if in := x.byWord[word]; len(in) <= rare && weight(word) == 1 {
			found = append(found, in...)
		}
	}
	return found[:min(enough, len(found))]
}

// keep remembers which templates were the best ones for sentences of a shape.
func (x *Index) keep(shape string, best []Guess) {
	if _, known := x.shapes[shape]; known {
		return
	}
	if len(x.shapes) >= remembered {
		clear(x.shapes)
	}
	x.shapes[shape] = nil
	for _, g := range best[:min(len(best), 3)] {
		x.shapes[shape] = append(x.shapes[shape], g.number)
	}
}
