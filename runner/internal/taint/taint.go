// Package taint follows what students hand in (the files below answers/)
// through the shell commands of a lab's checks, and finds where a command would
// do more with it than read it: such a command would run a student's code with
// the grader's rights.
//
// It is a lint for authors who mean well, not a barrier: what it does not
// understand, it refuses as soon as an answer is involved.
package taint

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Misuse says what a script would do with an answer but read it, or returns
// nothing. A script that is no shell is somebody else's to refuse.
func Misuse(script string) string {
	if !strings.Contains(script, "answers") {
		return ""
	}
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script), "")
	if err != nil {
		return ""
	}
	f := &flow{source: script, paths: map[string]bool{}, texts: map[string]bool{}, files: map[string]bool{}, functions: map[string]bool{}}
	for node := range syntax.Preorder(file) {
		if d, ok := node.(*syntax.FuncDecl); ok && d.Name != nil {
			f.functions[d.Name.Value] = true
		}
	}
	// A second pass knows of variables that are set below their use, in a loop.
	f.stmts(file.Stmts, false)
	f.misuse = ""
	f.stmts(file.Stmts, false)
	return f.misuse
}

// folder finds the folder of answers in a path.
var folder = regexp.MustCompile(`(?:^|[/=:,@'"\s])answers(?:/|$)`)

// mentions tells whether a text names the folder of answers.
func mentions(text string) bool {
	return folder.MatchString(text) || strings.Contains(text, "answers/")
}

// flow is what is known of a script while it is read.
type flow struct {
	source     string
	paths      map[string]bool // variables with the path of an answer
	texts      map[string]bool // variables with text from an answer
	files      map[string]bool // files that text from an answer was written to
	functions  map[string]bool
	positional bool // text from an answer is among the arguments of a function
	misuse     string
}

func (f *flow) refuse(format string, args ...any) {
	if f.misuse == "" {
		f.misuse = fmt.Sprintf(format, args...)
	}
}

// stmts follows statements whose standard input is tainted or not, and tells
// whether what they write is.
func (f *flow) stmts(all []*syntax.Stmt, stdin bool) (tainted bool) {
	for _, s := range all {
		if f.stmt(s, stdin) {
			tainted = true
		}
	}
	return tainted
}

func (f *flow) stmt(s *syntax.Stmt, stdin bool) bool {
	for _, r := range s.Redirs {
		stdin = f.redirect(r) || stdin
	}
	tainted := f.command(s.Cmd, stdin)
	for _, r := range s.Redirs {
		if tainted && r.Op != syntax.RdrIn && r.Word != nil {
			f.files[f.word(r.Word).lead] = true
		}
	}
	return tainted
}

// redirect tells whether it makes standard input tainted.
func (f *flow) redirect(r *syntax.Redirect) bool {
	word := f.word(r.Word)
	switch r.Op {
	case syntax.RdrIn, syntax.DplIn:
		if word.text {
			f.refuse("opens a file that an answer names")
		}
		return word.path
	case syntax.WordHdoc:
		return word.text
	case syntax.Hdoc, syntax.DashHdoc:
		return r.Hdoc != nil && f.word(r.Hdoc).text
	}
	if word.text || mentions(word.lead) {
		f.refuse("writes to answers/, which checks only read")
	}
	return false
}

func (f *flow) command(cmd syntax.Command, stdin bool) bool {
	switch c := cmd.(type) {
	case *syntax.CallExpr:
		return f.call(c, stdin)
	case *syntax.BinaryCmd:
		left := f.stmt(c.X, stdin)
		if c.Op == syntax.Pipe || c.Op == syntax.PipeAll {
			return f.stmt(c.Y, left)
		}
		return f.stmt(c.Y, stdin) || left
	case *syntax.Subshell:
		return f.stmts(c.Stmts, stdin)
	case *syntax.Block:
		return f.stmts(c.Stmts, stdin)
	case *syntax.IfClause:
		return f.ifClause(c, stdin)
	case *syntax.WhileClause:
		cond := f.stmts(c.Cond, stdin)
		return f.stmts(c.Do, stdin) || cond
	case *syntax.ForClause:
		return f.loop(c, stdin)
	case *syntax.CaseClause:
		return f.caseClause(c, stdin)
	case *syntax.FuncDecl:
		return f.stmt(c.Body, stdin)
	case *syntax.TimeClause:
		return c.Stmt != nil && f.stmt(c.Stmt, stdin)
	case *syntax.DeclClause:
		f.declare(c)
	case *syntax.TestClause:
		f.test(c.X)
	case *syntax.ArithmCmd, *syntax.LetClause:
		f.arithmetic(c)
	}
	return false
}

func (f *flow) ifClause(c *syntax.IfClause, stdin bool) (tainted bool) {
	for ; c != nil; c = c.Else {
		tainted = f.stmts(c.Cond, stdin) || tainted
		tainted = f.stmts(c.Then, stdin) || tainted
	}
	return tainted
}

func (f *flow) loop(c *syntax.ForClause, stdin bool) bool {
	switch l := c.Loop.(type) {
	case *syntax.WordIter:
		for _, item := range l.Items {
			f.set(l.Name.Value, f.word(item))
		}
	case *syntax.CStyleLoop:
		f.arithmetic(l)
	}
	return f.stmts(c.Do, stdin)
}

func (f *flow) caseClause(c *syntax.CaseClause, stdin bool) (tainted bool) {
	f.word(c.Word)
	for _, item := range c.Items {
		tainted = f.stmts(item.Stmts, stdin) || tainted
	}
	return tainted
}

// settings are variables that change what programs do.
var settings = regexp.MustCompile(`^[A-Z_]+$`)

// set notes what a variable holds.
func (f *flow) set(name string, to word) {
	if (to.path || to.text) && settings.MatchString(name) {
		f.refuse("sets %s from an answer, by which programs are configured", name)
	}
	f.paths[name] = f.paths[name] || to.path
	f.texts[name] = f.texts[name] || to.text
}

func (f *flow) assign(a *syntax.Assign) word {
	var value word
	if a.Value != nil {
		value = f.word(a.Value)
	}
	if a.Array != nil {
		for _, e := range a.Array.Elems {
			value = value.and(f.word(e.Value))
		}
	}
	if a.Name != nil {
		f.set(a.Name.Value, value)
	}
	return value
}

func (f *flow) declare(c *syntax.DeclClause) {
	plain := true
	for _, a := range c.Args {
		if a.Name == nil && a.Value != nil {
			plain = plain && a.Value.Lit() == "-r"
			continue
		}
		if value := f.assign(a); (value.text || value.path) && (!plain || c.Variant.Value == "export" || c.Variant.Value == "nameref") {
			f.refuse("gives a variable that was declared by %q something from an answer", c.Variant.Value)
		}
	}
}

// test reads [[ ]], which evaluates numbers as arithmetic.
func (f *flow) test(x syntax.TestExpr) {
	switch t := x.(type) {
	case *syntax.BinaryTest:
		switch t.Op {
		case syntax.TsEql, syntax.TsNeq, syntax.TsLeq, syntax.TsGeq, syntax.TsLss, syntax.TsGtr:
			f.arithmetic(t)
			return
		}
		f.test(t.X)
		f.test(t.Y)
	case *syntax.UnaryTest:
		if t.Op == syntax.TsVarSet || t.Op == syntax.TsRefVar {
			f.arithmetic(t)
			return
		}
		f.test(t.X)
	case *syntax.ParenTest:
		f.test(t.X)
	case *syntax.Word:
		f.word(t)
	}
}

// arithmetic refuses all that comes from an answer: bash runs the commands in
// the subscripts of what it evaluates, as in x[$(command)].
func (f *flow) arithmetic(node syntax.Node) {
	for inside := range syntax.Preorder(node) {
		switch n := inside.(type) {
		case *syntax.Word:
			if f.word(n).tainted() || f.texts[n.Lit()] {
				f.refuse("calculates with an answer: in bash's arithmetic a text like x[$(command)] runs the command; compare with [ \"$x\" -gt 1 ] or == instead")
			}
		case *syntax.ParamExp:
			if n.Param != nil && f.texts[n.Param.Value] {
				f.refuse("calculates with an answer: in bash's arithmetic a text like x[$(command)] runs the command; compare with [ \"$x\" -gt 1 ] or == instead")
			}
		}
	}
}

// name is the program of a word: path and all that only a run can tell cut off.
func name(w *syntax.Word) string { return path.Base(w.Lit()) }
