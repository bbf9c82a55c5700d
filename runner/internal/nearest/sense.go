package nearest

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gherkube/gherkube/steps/spelling"
)

// sense is a word of the vocabulary that a written one may stand for, in lower
// case, and what it costs to take it for that.
type sense struct {
	word string
	cost float64
}

// What it costs to write a word in place of another.
const (
	otherCase   = 0.05
	otherWord   = 0.1
	mistyped    = 0.3
	otherEnding = 0.35
)

// sensesOf are those of a word: itself if the vocabulary has it, or else what
// it is a misspelling of; and what says the same.
func (x *Index) sensesOf(word string) []sense {
	word = strings.ToLower(word)
	if word == "" || strings.ContainsFunc(word, unicode.IsDigit) {
		return nil // a name, or a number
	}
	if found, known := x.senses[word]; known {
		return found
	}
	_, known := x.byWord[word]
	var found []sense
	for _, other := range x.words {
		switch {
		case other == word:
			found = append(found, sense{word, otherCase})
		case synonymous(word, other):
			found = append(found, sense{other, otherWord})
		case !known && spelling.Misspelt(word, other):
			found = append(found, sense{other, mistyped})
		case !known && sameStem(word, other):
			found = append(found, sense{other, otherEnding})
		}
	}
	if len(x.senses) >= remembered {
		clear(x.senses)
	}
	x.senses[word] = found
	return found
}

// synonyms are words that people write for each other.
var synonyms = [][]string{
	{"is", "are", "be", "was", "were", "becomes", "become", "gets"},
	{"has", "have", "had", "contains"},
	{"i", "we", "you"},
	{"on", "at", "in"},
	{"stopped", "killed", "terminated"},
	{"gone", "deleted", "removed"},
	{"create", "make", "add"},
	{"run", "execute", "type", "exec"},
	{"apply", "deploy", "install"},
	{"prints", "shows", "outputs", "returns", "displays"},
	{"printed", "prints", "showed", "returned", "output"},
	{"workers", "worker", "nodes", "node"},
	{"no", "not", "none"},
}

func synonymous(a, b string) bool {
	return slices.ContainsFunc(synonyms, func(all []string) bool { return slices.Contains(all, a) && slices.Contains(all, b) })
}

// sameStem reports whether two words differ in their endings alone.
func sameStem(a, b string) bool {
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	return same >= 4 && same*5 >= max(len(a), len(b))*3
}
