package nearest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// alignment lays the words of a sentence beside the places of a template: the
// cheapest way, by dynamic programming (Needleman and Wunsch).
type alignment struct {
	template *template
	fills    []string // what stands in each place; empty for nothing
	common   float64  // how much both have
	cost     float64  // how much differs
	empty    []int    // the places in which nothing stands
	telling  bool     // they have a word in common that is no filler
	lost     bool     // something that was written in quotes has no place
	other    bool     // words were left out for other ones
}

// alike is the share that is common, of 1.
func (a alignment) alike() float64 {
	if a.common <= 0 {
		return 0
	}
	return a.common / (a.common + a.cost)
}

// text is the template with what was written in its places, and the example's
// words where nothing was.
func (a alignment) text() string {
	var b strings.Builder
	a.agree()
	for i, p := range a.template.tokens {
		fill := a.fills[i]
		if fill == "" {
			fill = p.example
		}
		if p.spaced && b.Len() > 0 {
			b.WriteString(" ")
		}
		if p.quoted {
			fill = `"` + fill + `"`
		}
		b.WriteString(fill)
	}
	return b.String()
}

// agree puts words into the singular or the plural, as a number before them demands, and
// "is" and "are" as one after them.
func (a alignment) agree() {
	for i, p := range a.template.tokens {
		if p.words != nil || p.quoted {
			continue
		}
		n := cmp.Or(a.fills[i], p.example)
		if !amount.MatchString(n) {
			continue
		}
		for j := i + 1; j <= i+2 && j < len(a.fills); j++ {
			a.number(j, n == "1", "", "s")
		}
		for j := i - 1; j >= i-2 && j >= 0; j-- {
			a.number(j, n == "1", "is", "are")
		}
	}
}

// number puts what stands in a place into the singular or the plural.
func (a alignment) number(at int, one bool, singular, plural string) {
	p := a.template.tokens[at]
	if p.quoted || a.template.language != steps.English {
		return
	}
	said := cmp.Or(a.fills[at], p.example)
	var other string
	switch {
	case singular != "" && one:
		other = singular
	case singular != "":
		other = plural
	case one:
		other = strings.TrimSuffix(said, plural)
	default:
		other = strings.TrimSuffix(said, plural) + plural
	}
	if (singular == "" || said == singular || said == plural) && slices.Contains(p.words, said) && slices.Contains(p.words, other) {
		a.fills[at] = other
	}
}

// step is the cheapest way to a cell, and where it came from.
type step struct {
	cost float64
	took int // how many words the place took; -1 if a word was left out
	fit  fit
}

func align(t *template, words []token) alignment {
	n, m := len(t.tokens), len(words)
	grid := make([][]step, n+1)
	for i := range grid {
		grid[i] = make([]step, m+1)
		for j := range grid[i] {
			if i+j > 0 {
				grid[i][j] = cheapest(t, words, grid, i, j)
			}
		}
	}
	a := alignment{template: t, fills: make([]string, n), cost: grid[n][m].cost}
	var left []token // words that have no place
	for i, j := n, m; i > 0 || j > 0; {
		s := grid[i][j]
		if s.took < 0 {
			j--
			left = append(left, words[j])
			continue
		}
		i--
		if s.took == 0 {
			a.empty = append(a.empty, i)
		} else {
			a.fills[i] = s.fit.text
			a.common += max(0, s.fit.worth-s.fit.cost)
			a.telling = a.telling || s.fit.telling
		}
		j -= s.took
	}
	a.reordered(left)
	a.lost = slices.ContainsFunc(left, func(t token) bool { return t.quoted })
	a.other = a.replaces(left)
	return a
}

// reordered counts words that both have in another order, at half their worth.
func (a *alignment) reordered(left []token) {
	for _, i := range a.empty {
		for _, word := range a.template.tokens[i].words {
			word = strings.ToLower(word)
			if w := weight(word); w == 1 && slices.ContainsFunc(left, func(t token) bool { return t.means(word) }) {
				a.common += w / 2
				a.cost -= w / 2
				a.telling = true
				break
			}
		}
	}
}

// replaces reports whether the template has a word of its own where one that was written
// was left out: it says something else.
func (a *alignment) replaces(left []token) bool {
	telling := func(word string) bool {
		return word != "" && weight(strings.ToLower(word)) == 1 && !amount.MatchString(word)
	}
	own := slices.ContainsFunc(a.empty, func(i int) bool {
		p := a.template.tokens[i]
		return !p.quoted && len(p.words) > 0 && !slices.ContainsFunc(p.words, func(w string) bool { return !telling(w) })
	})
	return own && slices.ContainsFunc(left, func(t token) bool { return telling(t.word()) })
}

// cheapest finds how to get to a cell: by leaving a word out, by leaving a place
// empty, or by putting words into the place.
func cheapest(t *template, words []token, grid [][]step, i, j int) step {
	best := step{cost: never}
	try := func(s step) {
		if s.cost < best.cost {
			best = s
		}
	}
	if j > 0 {
		try(step{cost: grid[i][j-1].cost + words[j-1].excess(), took: -1})
	}
	if i == 0 {
		return best
	}
	p := &t.tokens[i-1]
	try(step{cost: grid[i-1][j].cost + p.lack()})
	if j > 0 {
		if f, ok := p.fits(words[j-1]); ok {
			try(step{grid[i-1][j-1].cost + f.cost, 1, f})
		}
	}
	for k := 2; p.many && k <= j; k++ {
		if f, ok := p.fitsAll(words[j-k : j]); ok {
			try(step{grid[i-1][j-k].cost + f.cost, k, f})
		}
	}
	return best
}

// excess is what a word costs that has no place.
func (t token) excess() float64 {
	switch {
	case t.quoted:
		return 0.8
	case weight(strings.ToLower(t.word())) < 1:
		return 0.15
	}
	return 0.6
}

// lack is what a place costs in which nothing stands.
func (p *place) lack() float64 {
	switch {
	case p.words == nil:
		return 0.5
	case weight(strings.ToLower(p.words[0])) < 1:
		return 0.15
	}
	return 0.7
}
