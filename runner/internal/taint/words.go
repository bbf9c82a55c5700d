package taint

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// word is what is known of one word of a command.
type word struct {
	path  bool   // it names an answer
	text  bool   // text from an answer stands in it
	bare  bool   // that text is not quoted: bash splits it into words
	lead  string // what stands before anything that only a run can tell
	known bool   // lead is all of it
}

func (w word) tainted() bool { return w.path || w.text }

// and is what is known of two words together.
func (w word) and(other word) word {
	return word{path: w.path || other.path, text: w.text || other.text, bare: w.bare || other.bare}
}

// word reads a word, and follows the commands in it.
func (f *flow) word(w *syntax.Word) word {
	if w == nil {
		return word{known: true}
	}
	read := word{known: true}
	for _, part := range w.Parts {
		f.part(&read, part, false)
	}
	read.path = read.path || mentions(read.lead) || f.files[read.lead]
	return read
}

func (f *flow) part(w *word, part syntax.WordPart, quoted bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		w.literal(p.Value)
	case *syntax.SglQuoted:
		w.literal(p.Value)
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			f.part(w, inner, true)
		}
	case *syntax.ParamExp:
		w.known = false
		f.expansion(w, p, quoted)
	case *syntax.CmdSubst:
		w.known = false
		if f.substitution(p) {
			w.text, w.bare = true, w.bare || !quoted
		}
	case *syntax.ProcSubst:
		w.known = false
		if f.stmts(p.Stmts, false) {
			w.path = true
		}
	case *syntax.ArithmExp:
		w.known = false
		f.arithmetic(p.X)
	default:
		w.known = false
	}
}

func (w *word) literal(text string) {
	w.path = w.path || mentions(text)
	if w.known {
		w.lead += text
	}
}

func (f *flow) expansion(w *word, p *syntax.ParamExp, quoted bool) {
	for _, index := range []syntax.Node{p.Index} {
		if p.Index != nil && index != nil {
			f.arithmetic(index)
		}
	}
	if p.Slice != nil {
		f.arithmetic(p)
	}
	if p.Exp != nil && p.Exp.Word != nil {
		inner := f.word(p.Exp.Word)
		w.path, w.text, w.bare = w.path || inner.path, w.text || inner.text, w.bare || inner.text && !quoted
	}
	if p.Param == nil {
		return
	}
	name := p.Param.Value
	if p.Excl && f.texts[name] {
		f.refuse("has an answer say which variable is read")
	}
	positional := f.positional && strings.Trim(name, "0123456789@*") == ""
	if f.paths[name] {
		w.path = true
	}
	if (f.texts[name] || positional) && !p.Length {
		w.text, w.bare = true, w.bare || !quoted
	}
}

// substitution tells whether text from an answer comes out of $(...).
func (f *flow) substitution(p *syntax.CmdSubst) bool {
	if len(p.Stmts) == 1 && p.Stmts[0].Cmd == nil { // $(<file)
		tainted := false
		for _, r := range p.Stmts[0].Redirs {
			tainted = f.redirect(r) || tainted
		}
		return tainted
	}
	return f.stmts(p.Stmts, false)
}
