// Package taint tracks data that students control through the shell commands of
// a lab's checks. It reports commands that would do more with it than read it,
// since they would run a student's code with the grader's rights.
//
// Students control three kinds of data:
//   - submitted files (those under answers/): only programs that only read may
//     read them;
//   - the files of a node, for a command that runs beside it: likewise;
//   - what a command prints about the cluster, a node or a file: it must not be
//     evaluated, become an option, or become part of a program.
//
// It protects authors from mistakes and is not a security boundary. It rejects
// whatever it does not understand as soon as an answer is involved.
package taint

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Misuse describes what a script in the grader container would do with a student's
// data other than read it, or returns "". Misuse ignores scripts that bash cannot
// parse; other checks reject them.
func Misuse(script string) string { return misuse(script, false) }

// MisuseOnNode is Misuse for a script in a node's sidecar, which can read the
// node's files.
func MisuseOnNode(script string) string { return misuse(script, true) }

func misuse(script string, beside bool) string {
	file, err := parse(script)
	if err != nil {
		return ""
	}
	f := &flow{
		beside: beside, paths: map[string]origin{}, texts: map[string]origin{}, files: map[string]origin{}, values: map[string]value{},
		functions: map[string]origin{}, integers: map[string]bool{}, keyed: map[string]bool{},
	}
	for node := range syntax.Preorder(file) {
		if d, ok := node.(*syntax.FuncDecl); ok && d.Name != nil {
			f.functions[d.Name.Value] = author
		}
	}
	// A second pass finds variables that are set after their use, in a loop.
	f.stmts(file.Stmts, author)
	f.misuse = ""
	f.stmts(file.Stmts, author)
	return f.misuse
}

func parse(script string) (*syntax.File, error) {
	return syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script), "")
}

// flow is the state of the analysis of a script.
type flow struct {
	beside     bool              // runs in a node's sidecar
	paths      map[string]origin // of files named by variables
	texts      map[string]origin // of the values of variables
	values     map[string]value  // known values of variables
	files      map[string]origin // of files written by the script
	functions  map[string]origin // of the output of functions
	integers   map[string]bool   // variables with the integer attribute: bash evaluates assignments to them
	keyed      map[string]bool   // associative arrays
	positional origin            // of the arguments of functions
	piped      origin            // of the standard input of functions
	misuse     string
}

// folder matches the folder of answers in a path.
var folder = regexp.MustCompile(`(?:^|[/=:,@'"\s])answers(?:/|$)|answers/`)

// ofNode matches paths to the files of a node, or of its processes, as a sidecar
// sees them.
var ofNode = regexp.MustCompile(`/proc/+[^/]+/+(?:\./+|task/+[^/]+/+)*(?:root|cwd|exe|fd|map_files)(?:/|$)|(?:^|[=:,@'"\s])/+(?:etc/+kubernetes|(?:var/+)?run/+containerd|var/+lib/+kubelet|var/+lib/+etcd)(?:/|$)`)

// named returns the origin of the file that a text names.
func (f *flow) named(text string) origin {
	switch {
	case f.beside && ofNode.MatchString(text):
		return node
	case !f.beside && folder.MatchString(text):
		return answer
	}
	return f.files[text]
}

func (f *flow) refuse(format string, args ...any) {
	if f.misuse == "" {
		f.misuse = fmt.Sprintf(format, args...)
	}
}

// stmts analyses statements whose standard input has the origin stdin, and returns
// the origin of their output.
func (f *flow) stmts(all []*syntax.Stmt, stdin origin) (out origin) {
	for _, s := range all {
		out = max(out, f.stmt(s, stdin))
	}
	return out
}

func (f *flow) stmt(s *syntax.Stmt, stdin origin) origin {
	for _, r := range s.Redirs {
		stdin = max(stdin, f.redirect(r))
	}
	out := f.command(s.Cmd, stdin)
	away := false
	for _, r := range s.Redirs {
		switch r.Op {
		case syntax.RdrOut, syntax.AppOut, syntax.RdrClob, syntax.RdrAll, syntax.AppAll, syntax.DplOut:
			f.writes(r.Word, out)
			away = away || r.N == nil || r.N.Value == "1"
		}
	}
	if away {
		return author
	}
	return out
}

// writes records the origin of a file's content.
func (f *flow) writes(w *syntax.Word, what origin) {
	file := f.word(w)
	if what == author {
		return
	}
	if file.known {
		f.files[file.lead] = max(f.files[file.lead], what)
	}
	for part := range syntax.Preorder(w) {
		if p, ok := part.(*syntax.ParamExp); ok && p.Param != nil {
			f.paths[p.Param.Value] = max(f.paths[p.Param.Value], what)
		}
	}
}

// redirect returns the origin of a command's redirected input.
func (f *flow) redirect(r *syntax.Redirect) origin {
	word := f.word(r.Word)
	switch r.Op {
	case syntax.RdrIn, syntax.DplIn:
		switch {
		case word.text == answer:
			f.refuse("opens a file that an answer names")
		case word.path == author && (word.lead == "/dev/null" || isProcess(r.Word)):
			return author
		}
		return max(word.path.content(), cluster)
	case syntax.WordHdoc:
		return word.text
	case syntax.Hdoc, syntax.DashHdoc:
		if r.Hdoc != nil {
			return f.word(r.Hdoc).text
		}
		return author
	}
	if word.text == answer || !f.beside && folder.MatchString(word.shape) {
		f.refuse("writes to answers/, which checks only read")
	}
	return author
}

func isProcess(w *syntax.Word) bool {
	if len(w.Parts) != 1 {
		return false
	}
	_, ok := w.Parts[0].(*syntax.ProcSubst)
	return ok
}

func (f *flow) command(cmd syntax.Command, stdin origin) origin {
	switch c := cmd.(type) {
	case *syntax.CallExpr:
		return f.call(c, stdin)
	case *syntax.BinaryCmd:
		left := f.stmt(c.X, stdin)
		if c.Op == syntax.Pipe || c.Op == syntax.PipeAll {
			return f.stmt(c.Y, left)
		}
		return max(f.stmt(c.Y, stdin), left)
	case *syntax.Subshell:
		return f.stmts(c.Stmts, stdin)
	case *syntax.Block:
		return f.stmts(c.Stmts, stdin)
	case *syntax.IfClause:
		return f.ifClause(c, stdin)
	case *syntax.WhileClause:
		return max(f.stmts(c.Cond, stdin), f.stmts(c.Do, stdin))
	case *syntax.ForClause:
		return f.loop(c, stdin)
	case *syntax.CaseClause:
		return f.caseClause(c, stdin)
	case *syntax.FuncDecl:
		f.function(c, stdin)
	case *syntax.CoprocClause:
		return f.stmt(c.Stmt, stdin)
	case *syntax.TimeClause:
		if c.Stmt != nil {
			return f.stmt(c.Stmt, stdin)
		}
	case *syntax.DeclClause:
		f.declare(c)
	case *syntax.TestClause:
		f.test(c.X)
	case *syntax.ArithmCmd, *syntax.LetClause:
		f.arithmetic(c)
	}
	return author
}

func (f *flow) function(c *syntax.FuncDecl, stdin origin) {
	out := f.stmt(c.Body, max(stdin, f.piped))
	if c.Name != nil {
		f.functions[c.Name.Value] = max(f.functions[c.Name.Value], out)
	}
}

func (f *flow) ifClause(c *syntax.IfClause, stdin origin) (out origin) {
	for ; c != nil; c = c.Else {
		out = max(out, f.stmts(c.Cond, stdin), f.stmts(c.Then, stdin))
	}
	return out
}

func (f *flow) loop(c *syntax.ForClause, stdin origin) origin {
	switch l := c.Loop.(type) {
	case *syntax.WordIter:
		for _, item := range l.Items {
			f.set(l.Name.Value, f.word(item))
		}
		if !l.InPos.IsValid() {
			f.set(l.Name.Value, word{text: f.positional})
		}
	case *syntax.CStyleLoop:
		for _, x := range []syntax.ArithmExpr{l.Init, l.Cond, l.Post} {
			f.arithmetic(x)
		}
	}
	return f.stmts(c.Do, stdin)
}

func (f *flow) caseClause(c *syntax.CaseClause, stdin origin) (out origin) {
	f.word(c.Word)
	for _, item := range c.Items {
		for _, pattern := range item.Patterns {
			f.word(pattern)
		}
		out = max(out, f.stmts(item.Stmts, stdin))
	}
	return out
}

// test analyses [[ ]], which evaluates numbers as arithmetic.
func (f *flow) test(x syntax.TestExpr) {
	switch t := x.(type) {
	case *syntax.BinaryTest:
		switch t.Op {
		case syntax.TsEql, syntax.TsNeq, syntax.TsLeq, syntax.TsGeq, syntax.TsLss, syntax.TsGtr:
			f.arithmetic(t.X)
			f.arithmetic(t.Y)
			return
		}
		f.test(t.X)
		f.test(t.Y)
	case *syntax.UnaryTest:
		if t.Op == syntax.TsVarSet || t.Op == syntax.TsRefVar {
			f.arithmetic(t.X)
			return
		}
		f.test(t.X)
	case *syntax.ParenTest:
		f.test(t.X)
	case *syntax.Word:
		f.word(t)
	}
}

// name returns the program that a word names, without its path and without
// expansions.
func name(w word) string {
	if !w.known {
		return ""
	}
	return path.Base(w.lead)
}
