package grammar

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// Needs are texts that stand in whatever a pattern matches. To look for them is
// much faster than to try the pattern.
type Needs []string

// In reports whether all of them stand in a sentence.
func (n Needs) In(sentence string) bool {
	for _, text := range n {
		if !strings.Contains(sentence, text) {
			return false
		}
	}
	return true
}

// NeedsOf finds the texts that a pattern cannot do without.
func NeedsOf(pattern string) Needs {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil // regexp.Compile tells
	}
	return literalsOf(parsed)
}

func literalsOf(re *syntax.Regexp) (all Needs) {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return Needs{string(re.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return literalsOf(re.Sub[0])
	case syntax.OpConcat:
		for _, part := range re.Sub {
			all = append(all, literalsOf(part)...)
		}
	}
	return all
}

// Cache holds answers that never change. The zero value is empty.
type Cache[V any] struct {
	mu    sync.Mutex
	known map[string]V
}

// remembered bounds what is kept: it starts anew when it is full.
const remembered = 1 << 14

// Get returns what is kept under a key, and whether there is anything.
func (m *Cache[V]) Get(key string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, known := m.known[key]
	return v, known
}

// Put keeps something under a key.
func (m *Cache[V]) Put(key string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= remembered {
		m.known = map[string]V{}
	}
	m.known[key] = v
}

var patterns Cache[*regexp.Regexp]

// Regexp compiles a pattern of the vocabulary once.
func Regexp(pattern string) *regexp.Regexp {
	if compiled, known := patterns.Get(pattern); known {
		return compiled
	}
	compiled := regexp.MustCompile(pattern)
	patterns.Put(pattern, compiled)
	return compiled
}

// Groups counts what a pattern captures.
func Groups(pattern string) int { return regexp.MustCompile(pattern).NumSubexp() }

// Captures counts the groups that begin in a part of a pattern.
func Captures(pattern string) int {
	return strings.Count(pattern, "(") - strings.Count(pattern, "(?") - strings.Count(pattern, `\(`)
}

var capture = regexp.MustCompile(`\(([^?])`)

// Uncaptured turns the groups of a pattern into ones that capture nothing.
// Claims have no literal parentheses.
func Uncaptured(pattern string) string {
	return capture.ReplaceAllString(pattern, "(?:$1")
}
