package nearest

import (
	"regexp"
	"slices"
	"strings"
)

// fit is how well a word stands in a place.
type fit struct {
	text    string // as it is written there
	cost    float64
	worth   float64
	telling bool
}

// fits puts a word into a place, if it can stand there.
func (p *place) fits(t token) (fit, bool) {
	switch {
	case p.words != nil && p.quoted: // all that can stand in quotes is known
		return p.literal(token{text: t.text, plain: true, senses: t.senses})
	case p.words != nil:
		return p.literal(t)
	case p.quoted:
		return p.inQuotes(t)
	}
	return p.bare(t)
}

// literal compares a word with those of the place.
func (p *place) literal(t token) (best fit, ok bool) {
	best.cost = never
	said := t.word()
	if t.quoted {
		said = t.text
	}
	for _, word := range p.likely(t) {
		cost := spelt(t.text, said, word, t.senses)
		if t.quoted {
			cost += 0.3
		}
		if cost < best.cost {
			w := weight(strings.ToLower(word))
			best = fit{text: word, cost: min(cost, w), worth: w, telling: w == 1}
		}
	}
	return best, best.cost < 1
}

// few is how many words are compared one by one.
const few = 16

// likely are the words of the place that a token may stand for: all of few, and of many
// those that have its letters, or one of its senses.
func (p *place) likely(t token) []string {
	if len(p.words) <= few {
		return p.words
	}
	if p.byLetters == nil {
		p.byLetters = map[string]string{}
		for _, word := range p.words {
			p.byLetters[strings.ToLower(strings.TrimRight(word, ":,"))] = word
		}
	}
	var found []string
	for _, letters := range append([]string{strings.ToLower(strings.Trim(t.text, punctuation))}, sensed(t)...) {
		if word, known := p.byLetters[letters]; known {
			found = append(found, word)
		}
	}
	return found
}

func sensed(t token) []string {
	all := make([]string, len(t.senses))
	for i, s := range t.senses {
		all[i] = s.word
	}
	return all
}

// spelt is what it costs to write one word for another.
func spelt(text, said, word string, senses []sense) float64 {
	plain := strings.TrimRight(word, ":,")
	switch {
	case text == word:
		return 0
	case said == plain:
		return 0.02
	case strings.EqualFold(said, plain):
		return otherCase
	}
	lower := strings.ToLower(plain)
	if i := slices.IndexFunc(senses, func(s sense) bool { return s.word == lower }); i >= 0 {
		return senses[i].cost
	}
	return never
}

// never is more than any fit costs.
const never = 1e9

// inQuotes puts a word into quotes.
func (p *place) inQuotes(t token) (fit, bool) {
	f := fit{text: t.text, worth: 0.5}
	switch {
	case t.quoted && !t.plain:
		f.cost = 0.02
	case !t.quoted && !p.takesBare(t):
		return f, false
	case !t.quoted:
		f.text = strings.Trim(t.text, `,;!?"`)
		f.cost = 0.12
		if p.many {
			f.cost = 0.3
		}
		if weight(strings.ToLower(f.text)) < 1 {
			f.cost = 0.5
		}
	}
	if p.named && t.quoted && strings.ContainsRune(f.text, ' ') && !strings.ContainsRune(p.example, ' ') {
		return f, false // no name
	}
	if !p.pattern.MatchString(f.text) {
		f.text = strings.TrimRight(f.text, punctuation)
	}
	return f, f.text != "" && p.pattern.MatchString(f.text)
}

// fitsAll puts the words of a command into quotes.
func (p *place) fitsAll(words []token) (fit, bool) {
	if words[0].free {
		return fit{text: strings.TrimRight(joined(words), punctuation), cost: 0.2 + 0.02*float64(len(words)), worth: 0.5}, true
	}
	if words[0].quoted || !program.MatchString(words[0].text) || slices.Contains(noPrograms, words[0].text) {
		return fit{}, false
	}
	all := make([]string, len(words))
	for i, t := range words {
		switch all[i] = t.text; {
		case t.quoted && simple.MatchString(t.text):
		case t.quoted && strings.Contains(t.text, "'"), !t.quoted && strings.Contains(t.text, `"`):
			return fit{}, false
		case t.quoted:
			all[i] = "'" + t.text + "'"
		}
	}
	text := strings.TrimRight(strings.Join(all, " "), punctuation)
	return fit{text: text, cost: 0.2 + 0.02*float64(len(words)), worth: 0.5}, true
}

var (
	program = regexp.MustCompile(`^(?:[a-z./][\w./+-]*|\w+=\S*)$`)
	// simple is an argument of a command that needs no quotes.
	simple = regexp.MustCompile(`^[\w./:=@%+,-]+$`)
	// noPrograms begin no command, but a sentence.
	noPrograms = slices.Concat(fillers, strings.Fields("that this these those when if all every each some any no not command output result file pod pods "+
		"deployment service node job container status code request response user if using again"))
	// namers are the words that a name without quotes may follow.
	namers = strings.Fields("image namespace label container called user account group taint file answer header unit process event as")
	// nameLike is a word that is a name rather than a word of the sentence.
	nameLike = regexp.MustCompile(`[./:=_\d-]`)
)

// takesBare reports whether a word that was written without quotes can stand in the quotes
// of the place: as a name after the type of its object, or if it looks like a name.
func (p *place) takesBare(t token) bool {
	word := strings.ToLower(t.word())
	switch {
	case t.free:
		return true
	case t.common || weight(word) < 1:
		return false
	case nameLike.MatchString(t.word()):
		return true
	}
	return p.named
}

// named is a word that looks like the name of a node.
var named = regexp.MustCompile(`\d$`)

// nodeLike is a word that may be the name of a node, which is no word of a sentence.
var nodeLike = regexp.MustCompile(`\d$|[<>{}]|\w[-.]\w`)

// bare puts a word into a place without quotes: a number or a name.
func (p *place) bare(t token) (fit, bool) {
	for _, text := range []string{t.text, t.word(), number(t.text)} {
		if text == "" || !p.pattern.MatchString(text) {
			continue
		}
		f := fit{text: text, worth: 0.5}
		if text != t.text || t.quoted {
			f.cost = 0.05
		}
		if p.node && (text != t.word() && !t.quoted) {
			continue // a full stop at its end
		}
		if p.node && !t.free && !nodeLike.MatchString(text) {
			continue
		}
		return f, true
	}
	return fit{}, false
}
