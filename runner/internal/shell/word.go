package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Word is one word of a command.
type Word struct {
	// Text is the word without quotes. Expansions, such as $name and $(command),
	// are kept as written.
	Text string
	// Known reports whether Text is the whole word, without expansions.
	Known bool
	// Variable and Substitution report what kinds of expansions the word contains.
	Variable, Substitution bool
	// Quoted reports whether the expansions are quoted, so that the word is not
	// split.
	Quoted bool
	// Values lists all possible texts of the word, if known: if the script sets its
	// variables only to literal words.
	Values []string
}

func literal(text string) Word { return Word{Text: text, Known: true, Values: []string{text}} }

// word reads a word.
func (r *reader) word(w *syntax.Word) Word {
	if w == nil {
		return literal("")
	}
	read := Word{Known: true, Values: []string{""}}
	for _, part := range w.Parts {
		r.part(&read, part, false)
	}
	return read
}

// document returns the text of a here-document.
func (r *reader) document(w *syntax.Word, literal bool) string {
	read := Word{Values: []string{""}}
	for _, part := range w.Parts {
		if lit, ok := part.(*syntax.Lit); ok && literal {
			read.append(lit.Value, nil)
			continue
		}
		r.part(&read, part, true)
	}
	return read.Text
}

// maxValues limits the number of possible texts of a word.
const maxValues = 32

func (w *Word) append(text string, values []string) {
	w.Text += text
	if values == nil || len(values)*len(w.Values) > maxValues {
		w.Values = nil
		return
	}
	var all []string
	for _, before := range w.Values {
		for _, value := range values {
			all = append(all, before+value)
		}
	}
	w.Values = all
}

func (r *reader) part(w *Word, part syntax.WordPart, quoted bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		text := unescaped(p.Value, quoted)
		w.append(text, []string{text})
	case *syntax.SglQuoted:
		w.append(p.Value, []string{p.Value})
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			r.part(w, inner, true)
		}
	case *syntax.ParamExp:
		w.Known, w.Variable, w.Quoted = false, true, w.Quoted || quoted
		var values []string
		if p.Param != nil && plain(p) {
			values = r.values[p.Param.Value]
		}
		w.append(r.text(p), values)
	default:
		w.Known, w.Substitution, w.Quoted = false, true, w.Quoted || quoted
		w.append(r.text(part), nil)
	}
}

// plain reports whether an expansion is a variable's unchanged value.
func plain(p *syntax.ParamExp) bool {
	return !p.Excl && !p.Length && p.Index == nil && p.Slice == nil && p.Repl == nil && p.Exp == nil && p.Names == 0
}

// text returns the source of a node.
func (r *reader) text(node syntax.Node) string {
	from, to := int(node.Pos().Offset()), int(node.End().Offset())
	if from > to || to > len(r.source) {
		return "$?"
	}
	return r.source[from:to]
}

// unescaped removes backslashes as bash does. Within double quotes, they are kept
// before ordinary characters.
func unescaped(text string, quoted bool) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && (!quoted || strings.IndexByte("$`\"\\\n", text[i+1]) >= 0) {
			i++
			if text[i] == '\n' {
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// Spellings returns the possible word lists of the command: variables with known
// values are replaced and split into words. Without such variables, there is one
// list.
func (c Command) Spellings() [][]Word {
	all := [][]Word{nil}
	for _, w := range c.Words {
		options := [][]Word{{w}}
		if !w.Known && len(w.Values) > 0 && len(w.Values)*len(all) <= maxValues {
			options = nil
			for _, value := range w.Values {
				options = append(options, split(value, w.Quoted))
			}
		}
		var longer [][]Word
		for _, before := range all {
			for _, option := range options {
				longer = append(longer, append(before[:len(before):len(before)], option...))
			}
		}
		all = longer
	}
	return all
}

func split(value string, quoted bool) []Word {
	if quoted {
		return []Word{literal(value)}
	}
	var words []Word
	for _, field := range strings.Fields(value) {
		words = append(words, literal(field))
	}
	return words
}
