package taint

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// word is what is known about one word of a command.
type word struct {
	path  origin // of the file that the word names
	text  origin // of the text in the word
	bare  origin // of the unquoted text, which bash splits into words
	lead  string // the text before the first expansion
	known bool   // lead is the whole word
	shape string // the word, with ? for each expansion
}

// and returns what is known about the concatenation of two words.
func (w word) and(other word) word {
	return word{path: max(w.path, other.path), text: max(w.text, other.text), bare: max(w.bare, other.bare)}
}

// most returns the least trusted origin in a word.
func (w word) most() origin { return max(w.path, w.text) }

// word analyses a word and the commands in it.
func (f *flow) word(w *syntax.Word) word {
	read := word{known: true}
	if w == nil {
		return read
	}
	for _, part := range w.Parts {
		f.part(&read, part, false)
	}
	read.path = max(read.path, f.named(read.shape))
	if glob := wild(w); glob && read.path >= node {
		read.text, read.known = max(read.text, cluster), false // the names of files are a student's too
	}
	return read
}

// wild reports whether bash expands a word to file names.
func wild(w *syntax.Word) bool {
	for _, part := range w.Parts {
		if lit, ok := part.(*syntax.Lit); ok && strings.ContainsAny(lit.Value, "*?[") {
			return true
		}
	}
	return false
}

func (f *flow) part(w *word, part syntax.WordPart, quoted bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		f.literal(w, unescaped(p.Value, quoted))
	case *syntax.SglQuoted:
		f.literal(w, p.Value)
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			f.part(w, inner, true)
		}
	case *syntax.ParamExp:
		f.expansion(w, p, quoted)
	case *syntax.CmdSubst:
		w.add(f.substitution(p), quoted)
	case *syntax.ProcSubst:
		from := author
		if p.Op == syntax.CmdOut {
			from = cluster // for any value
		}
		w.path = max(w.path, f.stmts(p.Stmts, from))
		w.add(author, true)
	case *syntax.ArithmExp:
		f.arithmetic(p.X)
		w.add(author, true)
	default:
		w.add(author, true)
	}
}

// unescaped removes backslashes as bash does.
func unescaped(text string, quoted bool) string {
	if quoted {
		return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\$`, `$`, "\\`", "`", "\\\n", "").Replace(text)
	}
	return strings.ReplaceAll(strings.NewReplacer(`\\`, "\x00", "\\\n", "", `\`, "").Replace(text), "\x00", `\`)
}

func (f *flow) literal(w *word, text string) {
	w.path = max(w.path, f.named(text))
	w.shape += text
	if w.known {
		w.lead += text
	}
}

// add appends an expansion to the word.
func (w *word) add(from origin, quoted bool) {
	w.known, w.shape, w.text = false, w.shape+"?", max(w.text, from)
	if !quoted {
		w.bare = max(w.bare, from)
	}
}

func (f *flow) expansion(w *word, p *syntax.ParamExp, quoted bool) {
	if p.Param == nil {
		w.add(author, quoted)
		return
	}
	name := p.Param.Value
	f.subscript(name, p.Index)
	if p.Slice != nil {
		f.arithmetic(p.Slice.Offset)
		f.arithmetic(p.Slice.Length)
	}
	from := f.texts[name]
	if strings.Trim(name, "0123456789") == "" && name != "0" || name == "@" || name == "*" {
		from = max(from, f.positional)
	}
	path := f.paths[name]
	inserted := f.inserted(name, p)
	switch {
	case p.Excl && from > author && p.Index == nil && p.Names == 0:
		f.refuse("has %s say which variable is read", from)
	case p.Exp != nil && p.Exp.Op == syntax.OtherParamOps && p.Exp.Word.Lit() == "P" && from > author:
		f.refuse("has bash evaluate %s as a prompt (${%s@P})", from, name)
	}
	if p.Length {
		from, path = author, author
	}
	v, set := f.values[name]
	w.path = max(w.path, path, inserted.path)
	if !set || !plain(p) {
		w.add(max(from, inserted.text), quoted)
		return
	}
	f.literal(w, v.lead)
	if !v.known {
		w.add(from, quoted)
	}
}

// inserted returns the word that an expansion may insert instead of the variable's
// value, as a default or a replacement.
func (f *flow) inserted(name string, p *syntax.ParamExp) (in word) {
	if p.Repl != nil {
		f.word(p.Repl.Orig)
		in = f.word(p.Repl.With)
	}
	if p.Exp == nil || p.Exp.Word == nil {
		return in
	}
	other := f.word(p.Exp.Word)
	switch p.Exp.Op {
	case syntax.AssignUnset, syntax.AssignUnsetOrNull:
		f.set(name, word{path: other.path, text: other.text})
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
	default:
		return in
	}
	return other
}

// plain reports whether an expansion is a variable's unchanged value.
func plain(p *syntax.ParamExp) bool {
	return !p.Excl && !p.Length && !p.Width && p.Index == nil && p.Slice == nil && p.Repl == nil && p.Exp == nil && p.Names == 0
}

// substitution returns the origin of the output of $(...).
func (f *flow) substitution(p *syntax.CmdSubst) origin {
	if len(p.Stmts) == 1 && p.Stmts[0].Cmd == nil { // $(<file)
		from := author
		for _, r := range p.Stmts[0].Redirs {
			from = max(from, f.redirect(r))
		}
		return from
	}
	return f.stmts(p.Stmts, author)
}
