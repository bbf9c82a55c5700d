package catalogue

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// Form returns a sentence's pattern in a form for people. Brackets contain what is
// optional, and parentheses the alternatives. What varies is a word in capitals or
// an ellipsis.
//
//	within DURATION pod "…" is (Pending | Running)
func Form(pattern string) string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // the pattern was compiled before
	}
	return render(parsed)
}

// render writes one node of a pattern.
func render(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpCapture:
		return renderGroup(re.Sub[0])
	case syntax.OpConcat:
		return renderAll(re.Sub)
	case syntax.OpAlternate:
		return renderGroup(re)
	case syntax.OpCharClass:
		return renderGroup(re)
	case syntax.OpQuest:
		return "[" + render(re.Sub[0]) + "]"
	case syntax.OpPlus, syntax.OpStar, syntax.OpRepeat:
		return repeated(re.Sub[0])
	}
	return "" // anchors, and empty expressions
}

func renderAll(parts []*syntax.Regexp) string {
	var b strings.Builder
	for _, part := range parts {
		if part.Op == syntax.OpConcat { // alternatives with a common prefix
			b.WriteString(renderGroup(part))
		} else {
			b.WriteString(render(part))
		}
	}
	return b.String()
}

// Character classes whose repetitions have a name, as ranges of characters.
var (
	digits    = classOf(`\d`)
	notSpaces = classOf(`\S`)
)

func classOf(pattern string) []rune {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // one of the two above
	}
	return parsed.Rune
}

// repeated names what a repeated character class stands for. It compares the ranges of
// classes: formatting a class as a pattern takes a thousand times as long.
func repeated(of *syntax.Regexp) string {
	switch {
	case of.Op != syntax.OpCharClass:
	case slices.Equal(of.Rune, digits):
		return "N"
	case slices.Equal(of.Rune, notSpaces):
		return "NAME"
	}
	return "…"
}

// renderGroup writes alternatives one after the other, if they can be listed.
func renderGroup(re *syntax.Regexp) string {
	if choices, ok := words(re); ok && len(choices) > 1 {
		return "(" + strings.Join(choices, " | ") + ")"
	}
	switch re.Op {
	case syntax.OpAlternate:
		var parts []string
		for _, sub := range re.Sub {
			parts = append(parts, render(sub))
		}
		return "(" + strings.Join(parts, " | ") + ")"
	case syntax.OpConcat:
		var b strings.Builder
		for _, sub := range re.Sub {
			b.WriteString(render(sub))
		}
		return b.String()
	case syntax.OpCharClass:
		return "…"
	}
	return render(re)
}

// enough is the largest number of alternatives that are written out.
const enough = 16

// words returns all texts that a pattern matches, if they are few.
func words(re *syntax.Regexp) ([]string, bool) {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return []string{""}, true
	case syntax.OpLiteral:
		return []string{string(re.Rune)}, true
	case syntax.OpCapture:
		return words(re.Sub[0])
	case syntax.OpCharClass:
		return letters(re.Rune)
	case syntax.OpQuest:
		all, ok := words(re.Sub[0])
		return append(all, ""), ok
	case syntax.OpConcat:
		return products(re.Sub)
	case syntax.OpAlternate:
		return unions(re.Sub)
	}
	return nil, false
}

// letters returns the characters of a class, which is a list of ranges.
func letters(ranges []rune) ([]string, bool) {
	var all []string
	for pair := range slices.Chunk(ranges, 2) {
		if int(pair[1]-pair[0]) > enough {
			return nil, false
		}
		for letter := pair[0]; letter <= pair[1]; letter++ {
			all = append(all, string(letter))
		}
	}
	return all, len(all) <= enough
}

func unions(parts []*syntax.Regexp) ([]string, bool) {
	var all []string
	for _, part := range parts {
		some, ok := words(part)
		if !ok {
			return nil, false
		}
		all = append(all, some...)
	}
	return all, len(all) <= enough
}

func products(parts []*syntax.Regexp) ([]string, bool) {
	all := []string{""}
	for _, part := range parts {
		some, ok := words(part)
		if !ok || len(all)*len(some) > enough {
			return nil, false
		}
		var longer []string
		for _, begin := range all {
			for _, end := range some {
				longer = append(longer, begin+end)
			}
		}
		all = longer
	}
	return all, true
}
