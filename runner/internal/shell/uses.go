package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Variable is a place in a script that sets or expands a variable.
type Variable struct {
	Name string
	Line int
	Set  bool // sets the variable: by assignment, loop, read, or a default
}

// Variables lists the places in a script that set and expand variables, in order,
// including scripts in arguments of bash -c, ssh and the like. Positional and
// special parameters are left out.
func Variables(text string) ([]Variable, error) { return variables(text, 0) }

func variables(text string, depth int) ([]Variable, error) {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return nil, syntaxError(err)
	}
	u := &uses{reader: &reader{source: text, functions: functions(file)}, depth: depth}
	syntax.Walk(file, u.visit)
	return u.all, u.err
}

type uses struct {
	*reader
	depth int
	all   []Variable
	err   error
}

func (u *uses) visit(node syntax.Node) bool {
	switch n := node.(type) {
	case *syntax.Assign:
		if n.Name != nil {
			u.set(n.Name)
		}
	case *syntax.WordIter:
		u.set(n.Name)
	case *syntax.ParamExp:
		u.expansion(n)
	case *syntax.BinaryArithm:
		u.counted(n.X)
	case *syntax.UnaryArithm:
		u.counted(n.X)
	case *syntax.CStyleLoop:
		if n.Init != nil {
			u.counted(n.Init)
		}
	case *syntax.CallExpr:
		u.call(n)
	case *syntax.Stmt:
		u.documents(n)
	}
	return u.err == nil
}

func (u *uses) set(name *syntax.Lit) {
	u.all = append(u.all, Variable{name.Value, int(name.Pos().Line()), true})
}

// counted records a variable that arithmetic may set.
func (u *uses) counted(x syntax.ArithmExpr) {
	if w, ok := x.(*syntax.Word); ok && syntax.ValidName(w.Lit()) {
		u.all = append(u.all, Variable{w.Lit(), int(w.Pos().Line()), true})
	}
}

func (u *uses) expansion(p *syntax.ParamExp) {
	if p.Param == nil || !syntax.ValidName(p.Param.Value) || p.Excl {
		return
	}
	set := p.Exp != nil && slices.Contains([]syntax.ParExpOperator{
		syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AlternateUnset, syntax.AlternateUnsetOrNull,
		syntax.AssignUnset, syntax.AssignUnsetOrNull, syntax.ErrorUnset, syntax.ErrorUnsetOrNull,
	}, p.Exp.Op)
	u.all = append(u.all, Variable{p.Param.Value, int(p.Param.Pos().Line()), set})
}

// call records variables that builtins set, and analyses scripts in arguments.
func (u *uses) call(c *syntax.CallExpr) {
	if len(c.Args) == 0 {
		return
	}
	switch c.Args[0].Lit() {
	case "read", "mapfile", "readarray", "getopts", "printf", "unset", "let":
		for _, w := range c.Args[1:] {
			name, _, _ := strings.Cut(w.Lit(), "=")
			if syntax.ValidName(name) {
				u.all = append(u.all, Variable{name, int(w.Pos().Line()), true})
			}
		}
		return
	}
	if u.depth >= maxDepth {
		return
	}
	for _, w := range c.Args[1:] {
		u.quoted(c, w)
	}
}

// quoted analyses a script in single quotes, in which the outer shell expands
// nothing.
func (u *uses) quoted(c *syntax.CallExpr, w *syntax.Word) {
	if len(w.Parts) != 1 {
		return
	}
	text, ok := w.Parts[0].(*syntax.SglQuoted)
	outer := Command{}
	for _, arg := range c.Args {
		outer.Words = append(outer.Words, u.word(arg))
	}
	if !ok || !slices.ContainsFunc(outer.runs(), func(in inner) bool { return in.script == text.Value }) {
		return
	}
	u.inside(text.Value, int(w.Pos().Line()))
}

// documents analyses literal here-documents that another shell reads as a script.
func (u *uses) documents(stmt *syntax.Stmt) {
	cmd, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(stmt.Redirs) == 0 || u.depth >= maxDepth {
		return
	}
	c := Command{}
	for _, w := range cmd.Args {
		c.Words = append(c.Words, u.word(w))
	}
	for _, from := range stmt.Redirs {
		if r := u.redirect(from); r.Quoted {
			c.Redirects = append(c.Redirects, r)
		}
	}
	for _, in := range c.runs() {
		if slices.ContainsFunc(c.Redirects, func(r Redirect) bool { return r.Text == in.script }) {
			u.inside(in.script, in.line)
		}
	}
}

// inside adds the variables of a nested script that begins on a line.
func (u *uses) inside(script string, line int) {
	more, err := variables(script, u.depth+1)
	if err != nil {
		return // Parse reports the error
	}
	for _, v := range more {
		v.Line += line - 1
		u.all = append(u.all, v)
	}
}

// Run returns the commands that another program runs with these words, such as
// those after -- of kubectl exec.
func Run(words []Word, via string) ([]Command, error) {
	r := &reader{via: []string{via}}
	r.add(Command{Words: words, Line: 1, Column: 1, Via: []string{via}})
	return r.commands, r.err
}
