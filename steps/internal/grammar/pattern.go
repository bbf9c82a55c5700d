package grammar

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// Needs are texts that every match of a pattern contains. Searching for them is much
// faster than matching the pattern.
type Needs []string

// In reports whether a sentence contains all of the texts.
func (n Needs) In(sentence string) bool {
	for _, text := range n {
		if !strings.Contains(sentence, text) {
			return false
		}
	}
	return true
}

// NeedsOf returns the texts that every match of a pattern contains.
func NeedsOf(pattern string) Needs {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil // regexp.Compile reports the error
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

// Cache caches results that never change. The zero value is empty.
type Cache[V any] struct {
	mu    sync.Mutex
	known map[string]V
}

// remembered bounds the number of entries: a full cache is emptied.
const remembered = 1 << 14

// Get returns the value of a key, and whether there is one.
func (m *Cache[V]) Get(key string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, known := m.known[key]
	return v, known
}

// Put stores the value of a key.
func (m *Cache[V]) Put(key string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= remembered {
		m.known = map[string]V{}
	}
	m.known[key] = v
}

var patterns Cache[*regexp.Regexp]

// Regexp compiles a pattern of the vocabulary, and caches the result.
func Regexp(pattern string) *regexp.Regexp {
	if compiled, known := patterns.Get(pattern); known {
		return compiled
	}
	compiled := regexp.MustCompile(pattern)
	patterns.Put(pattern, compiled)
	return compiled
}

// Groups counts the capture groups of a pattern.
func Groups(pattern string) int { return regexp.MustCompile(pattern).NumSubexp() }

// Captures counts the capture groups that begin in a part of a pattern.
func Captures(pattern string) int {
	return strings.Count(pattern, "(") - strings.Count(pattern, "(?") - strings.Count(pattern, `\(`)
}

var capture = regexp.MustCompile(`\(([^?])`)

// Uncaptured makes all groups of a pattern non-capturing. Claims have no literal
// parentheses.
func Uncaptured(pattern string) string {
	return capture.ReplaceAllString(pattern, "(?:$1")
}
