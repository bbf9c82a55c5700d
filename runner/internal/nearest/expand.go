package nearest

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// room is a part of a pattern in which different words can stand.
type room struct {
	pattern string
	words   []string // all of them, if they are known
	many    bool
	node    bool
	example string
}

// firstRoom is the first of the letters of Unicode's private use area, each of
// which stands for a room.
const firstRoom = '\uE000'

func literal(r rune) room {
	return room{pattern: regexp.QuoteMeta(string(r)), words: []string{string(r)}, example: string(r)}
}

// maxWays bounds how many ways to say one sentence are told apart.
const maxWays = 400

// expanded are all ways to say a sentence: what may be left out is there or
// not, and of what can be chosen each is a way. Single words are chosen within
// a room.
func expanded(pattern string, language steps.Language) ([]string, []room) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // it has been compiled before
	}
	e := &expansion{language: language}
	return e.ways(parsed), e.rooms
}

type expansion struct {
	language steps.Language
	rooms    []room
}

// named puts rooms where an outline has the names of types and states, and times that are
// no frame's.
func (e *expansion) named(text string) string {
	for word, said := range map[string]func() []string{
		"TYPE":  func() []string { return steps.Types(e.language) },
		"STATE": steps.States,
	} {
		for strings.Contains(text, word) {
			all := said()
			r := room{words: all, example: map[string]string{"TYPE": "pod", "STATE": "Ready"}[word]}
			text = strings.Replace(text, word, e.add(r)[0], 1)
		}
	}
	for strings.Contains(text, "DURATION") {
		r := room{pattern: `\d+(?:\.\d+)?(?:ms|s|m)`, example: "2s"}
		if e.language == steps.Korean {
			r = room{pattern: `\d+(?:\.\d+)?(?:밀리초|초|분)`, example: "2초"}
		}
		text = strings.Replace(text, "DURATION", e.add(r)[0], 1)
	}
	return text
}

func (e *expansion) ways(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{e.named(string(re.Rune))}
	case syntax.OpCapture:
		return e.choice(e.ways(re.Sub[0]))
	case syntax.OpConcat:
		return e.row(re.Sub)
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			all = append(all, e.ways(sub)...)
		}
		return e.choice(all)
	case syntax.OpQuest:
		if sub := re.Sub[0]; sub.Op == syntax.OpLiteral && string(sub.Rune) == `"` {
			return []string{`"`}
		}
		return e.choice(append(e.ways(re.Sub[0]), ""))
	case syntax.OpCharClass:
		if all, ok := lettersOf(re.Rune); ok {
			return e.choice(all)
		}
		return e.open(&syntax.Regexp{Op: syntax.OpPlus, Sub: []*syntax.Regexp{re}})
	case syntax.OpPlus, syntax.OpStar, syntax.OpRepeat:
		return e.open(re)
	}
	return []string{""} // beginnings, ends, and what is empty
}

func (e *expansion) row(parts []*syntax.Regexp) []string {
	all := []string{""}
	for _, part := range parts {
		if all = combined(all, e.ways(part)); len(all) > maxWays {
			all = all[:maxWays]
		}
	}
	return all
}

// choice makes one room of single words; other ways stay apart.
func (e *expansion) choice(ways []string) []string {
	if len(ways) < 2 || slices.ContainsFunc(ways, func(w string) bool { return strings.ContainsFunc(w, apart) }) {
		return ways
	}
	quoted := make([]string, len(ways))
	for i, w := range ways {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return e.add(room{pattern: "(?:" + strings.Join(quoted, "|") + ")", words: ways, example: ways[0]})
}

func apart(r rune) bool { return r == ' ' || r == '"' || r >= firstRoom && r < firstRoom+0x1000 }

// open is room for words that nobody can list.
func (e *expansion) open(re *syntax.Regexp) []string {
	if len(re.Sub) == 0 || re.Sub[0].Op != syntax.OpCharClass {
		return e.add(room{pattern: ".+", many: true, example: "web"})
	}
	class := re.Sub[0].Rune
	r := room{pattern: classOf(class) + "+", example: "web"}
	switch {
	case slices.Equal(class, []rune{'0', '9'}):
		r.example = "2"
	case !holds(class, ' ') && holds(class, '/'):
		r.node, r.example = true, "worker-1"
	}
	return e.add(r)
}

// classOf writes a class of letters. The parser's own way to write one takes
// milliseconds for a class that excludes letters.
func classOf(ranges []rune) string {
	var b strings.Builder
	b.WriteString("[")
	for pair := range slices.Chunk(ranges, 2) {
		fmt.Fprintf(&b, `\x{%x}-\x{%x}`, pair[0], pair[1])
	}
	return b.String() + "]"
}

func holds(ranges []rune, letter rune) bool {
	for pair := range slices.Chunk(ranges, 2) {
		if pair[0] <= letter && letter <= pair[1] {
			return true
		}
	}
	return false
}

func (e *expansion) add(r room) []string {
	e.rooms = append(e.rooms, r)
	return []string{string(firstRoom + rune(len(e.rooms)-1))}
}

// lettersOf are those of a class, which is a list of ranges, if they are few.
func lettersOf(ranges []rune) (all []string, few bool) {
	for pair := range slices.Chunk(ranges, 2) {
		if int(pair[1]-pair[0]) > 8 || len(all) > 8 {
			return nil, false
		}
		for letter := pair[0]; letter <= pair[1]; letter++ {
			all = append(all, string(letter))
		}
	}
	return all, true
}
