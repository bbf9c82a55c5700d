package steps

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// needs are texts that stand in whatever a pattern matches. To look for them is
// much faster than to try the pattern.
type needs []string

func (n needs) in(sentence string) bool {
	for _, text := range n {
		if !strings.Contains(sentence, text) {
			return false
		}
	}
	return true
}

// needsOf finds the texts that a pattern cannot do without.
func needsOf(pattern string) needs {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil // regexp.Compile tells
	}
	return literalsOf(parsed)
}

func literalsOf(re *syntax.Regexp) (all needs) {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return needs{string(re.Rune)}
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

// kept holds answers that never change. The zero value is empty.
type kept[V any] struct {
	mu    sync.Mutex
	known map[string]V
}

// remembered bounds what is kept: it starts anew when it is full.
const remembered = 1 << 14

func (m *kept[V]) get(key string) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, known := m.known[key]
	return v, known
}

func (m *kept[V]) put(key string, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= remembered {
		m.known = map[string]V{}
	}
	m.known[key] = v
}

var (
	matches  kept[[]Step]
	patterns kept[*regexp.Regexp]
)

// regexpOf compiles a pattern of the vocabulary once.
func regexpOf(pattern string) *regexp.Regexp {
	if compiled, known := patterns.get(pattern); known {
		return compiled
	}
	compiled := regexp.MustCompile(pattern)
	patterns.put(pattern, compiled)
	return compiled
}
