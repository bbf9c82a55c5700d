// Package shell parses shell scripts for static checks. It lists the commands of a
// script with everything that is known about their words, and runs nothing.
//
// It also lists nested commands: in substitutions, functions and loops, and in the
// arguments of programs that run other programs, such as timeout, xargs, bash -c
// and ssh.
package shell

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Command is a simple command: a program with its arguments and redirections, or an
// assignment of variables.
type Command struct {
	Words     []Word // the program and its arguments; empty for assignments
	Sets      []string
	Redirects []Redirect
	Line      int // within the script, from 1
	Column    int // in bytes, from 1

	// Via names the programs that run the command, outermost first, as in [timeout]
	// or [ssh]. It is empty if the script's own shell runs the command.
	Via []string
	// Local reports whether the program is a function of the script.
	Local bool
	// Function is the name of the function that contains the command, if any.
	Function string
	// Decides reports whether a failure of the command can be the exit code of
	// the script.
	Decides bool
	// Fallback reports whether the command only runs after another one failed, and
	// then decides: the right side of ||.
	Fallback bool
}

// Redirect is a redirection of a command's input or output.
type Redirect struct {
	Operator string // as written: >, >>, <, <<, <<<, &>, ...
	Target   Word   // the file; the delimiter of a here-document
	Text     string // the content of a here-document or here-string
	Quoted   bool   // the here-document is literal: the shell expands nothing in it
	Line     int    // of the here-document's first line, or of the operator
}

// Writes reports whether the redirection writes to a file.
func (r Redirect) Writes() bool {
	switch r.Operator {
	case ">", ">>", ">|", "&>", "&>>", "<>":
		return true
	case ">&":
		return r.Target.Known && strings.Trim(r.Target.Text, "0123456789-") != ""
	}
	return false
}

// Error is a syntax error.
type Error struct {
	Line, Column int
	Text         string
}

// Error returns the line and the error.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Text) }

// maxDepth limits the nesting of scripts in arguments.
const maxDepth = 8

// Parse parses a bash script. The error is an *Error.
func Parse(text string) ([]Command, error) {
	return parse(text, nil, 0)
}

func parse(text string, via []string, depth int) ([]Command, error) {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return nil, syntaxError(err)
	}
	if err := extended(file, text); err != nil {
		return nil, err
	}
	r := &reader{source: text, via: via, depth: depth, finals: finals(file.Stmts), functions: functions(file), values: assigned(file), bodies: bodies(file)}
	syntax.Walk(file, r.visit)
	return r.commands, r.err
}

func syntaxError(err error) error {
	var wrong syntax.ParseError
	var other syntax.LangError
	switch {
	case errors.As(err, &wrong):
		return &Error{int(wrong.Pos.Line()), int(wrong.Pos.Col()), wrong.Text}
	case errors.As(err, &other):
		return &Error{int(other.Pos.Line()), int(other.Pos.Col()), other.Error()}
	}
	return &Error{1, 1, err.Error()}
}

// reader collects the commands of one script.
type reader struct {
	source    string
	via       []string
	depth     int
	finals    map[*syntax.Stmt]bool // the deciding statements; true for fallbacks
	functions []string
	bodies    map[*syntax.Stmt]string // the functions that contain statements
	values    map[string][]string
	commands  []Command
	err       error
}

// visit reads a node of the syntax tree, and reports whether to visit its children.
func (r *reader) visit(node syntax.Node) bool {
	stmt, ok := node.(*syntax.Stmt)
	if !ok || r.err != nil {
		return r.err == nil
	}
	c := Command{Line: int(stmt.Pos().Line()), Column: int(stmt.Pos().Col()), Via: slices.Clone(r.via)}
	c.Fallback, c.Decides = r.finals[stmt]
	c.Function = r.bodies[stmt]
	for _, redirect := range stmt.Redirs {
		c.Redirects = append(c.Redirects, r.redirect(redirect))
	}
	switch cmd := stmt.Cmd.(type) {
	case *syntax.CallExpr:
		r.call(&c, cmd)
	case *syntax.DeclClause:
		c.Words = []Word{literal(cmd.Variant.Value)}
		for _, a := range cmd.Args {
			c.sets(a)
		}
	case nil:
	default:
		if len(c.Redirects) == 0 {
			return true
		}
	}
	r.add(c)
	return r.err == nil
}

func (r *reader) call(c *Command, cmd *syntax.CallExpr) {
	for _, a := range cmd.Assigns {
		c.sets(a)
	}
	for _, w := range cmd.Args {
		c.Words = append(c.Words, r.word(w))
	}
	c.Local = len(c.Words) > 0 && slices.Contains(r.functions, c.Words[0].Text)
}

func (c *Command) sets(a *syntax.Assign) {
	if a.Name != nil {
		c.Sets = append(c.Sets, a.Name.Value)
	}
}

func (r *reader) redirect(from *syntax.Redirect) Redirect {
	to := Redirect{Operator: from.Op.String(), Target: r.word(from.Word), Line: int(from.Pos().Line())}
	switch from.Op {
	case syntax.WordHdoc:
		to.Text = to.Target.Text
	case syntax.Hdoc, syntax.DashHdoc:
		to.Quoted = from.Word.Lit() == ""
		if from.Hdoc != nil {
			to.Text, to.Line = r.document(from.Hdoc, to.Quoted), int(from.Hdoc.Pos().Line())
		}
	}
	return to
}

// add adds a command and the commands that it runs.
func (r *reader) add(c Command) {
	r.commands = append(r.commands, c)
	if r.depth >= maxDepth {
		return
	}
	for _, inner := range c.runs() {
		more, err := r.inside(c, inner)
		if err != nil {
			r.err = err
			return
		}
		r.commands = append(r.commands, more...)
	}
}

// functions returns the names of a script's functions, and of its aliases if the
// script makes bash expand aliases.
func functions(file *syntax.File) []string {
	var names, aliases []string
	expanded := false
	for node := range syntax.Preorder(file) {
		switch n := node.(type) {
		case *syntax.FuncDecl:
			if n.Name != nil {
				names = append(names, n.Name.Value)
			}
		case *syntax.CallExpr:
			switch words := literals(n.Args); {
			case len(words) > 2 && words[0] == "shopt" && words[2] == "expand_aliases":
				expanded = true
			case len(words) > 1 && words[0] == "alias":
				name, _, _ := strings.Cut(words[1], "=")
				aliases = append(aliases, name)
			}
		}
	}
	if expanded {
		names = append(names, aliases...)
	}
	return names
}

func literals(words []*syntax.Word) []string {
	var all []string
	for _, w := range words {
		text, _ := static(w)
		all = append(all, text)
	}
	return all
}

func bodies(file *syntax.File) map[*syntax.Stmt]string {
	all := map[*syntax.Stmt]string{}
	for node := range syntax.Preorder(file) {
		f, ok := node.(*syntax.FuncDecl)
		if !ok || f.Name == nil || f.Body == nil {
			continue
		}
		for below := range syntax.Preorder(f.Body) {
			if stmt, ok := below.(*syntax.Stmt); ok {
				all[stmt] = f.Name.Value
			}
		}
	}
	return all
}
