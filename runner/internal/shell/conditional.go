package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Conditional reports whether the last output of a script depends on a condition
// that is not a simple command: [[ ]], (( )), if, case or a loop.
func Conditional(text string) bool {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil || len(file.Stmts) == 0 {
		return false
	}
	return conditional(file.Stmts[len(file.Stmts)-1])
}

func conditional(s *syntax.Stmt) bool {
	switch c := s.Cmd.(type) {
	case *syntax.TestClause, *syntax.ArithmCmd, *syntax.IfClause, *syntax.CaseClause, *syntax.WhileClause:
		return true
	case *syntax.BinaryCmd:
		return conditional(c.X) || conditional(c.Y)
	case *syntax.Block:
		return slices.ContainsFunc(c.Stmts, conditional)
	case *syntax.Subshell:
		return slices.ContainsFunc(c.Stmts, conditional)
	}
	return false
}
