package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// finals returns the statements whose failure can be the exit code of a script: the
// last one of a list, both sides of &&, the right side of || and of a pipe. After
// set -e, these are all statements of the list. The value is true for a fallback.
func finals(stmts []*syntax.Stmt) map[*syntax.Stmt]bool {
	found := map[*syntax.Stmt]bool{}
	decide(found, stmts, false)
	return found
}

func decide(found map[*syntax.Stmt]bool, stmts []*syntax.Stmt, fallback bool) {
	strict := false
	for i, stmt := range stmts {
		strict = strict || exitsOnError(stmt)
		if strict || i == len(stmts)-1 {
			statement(found, stmt, fallback)
		}
	}
}

func statement(found map[*syntax.Stmt]bool, stmt *syntax.Stmt, fallback bool) {
	if stmt.Background {
		return
	}
	found[stmt] = fallback
	switch cmd := stmt.Cmd.(type) {
	case *syntax.BinaryCmd:
		switch cmd.Op {
		case syntax.AndStmt:
			statement(found, cmd.X, fallback)
			statement(found, cmd.Y, fallback)
		case syntax.OrStmt:
			statement(found, cmd.Y, true)
		default:
			statement(found, cmd.Y, fallback)
		}
	case *syntax.Subshell:
		decide(found, cmd.Stmts, fallback)
	case *syntax.Block:
		decide(found, cmd.Stmts, fallback)
	case *syntax.IfClause:
		branches(found, cmd, fallback)
	case *syntax.WhileClause:
		decide(found, cmd.Do, fallback)
	case *syntax.ForClause:
		decide(found, cmd.Do, fallback)
	case *syntax.CaseClause:
		for _, item := range cmd.Items {
			decide(found, item.Stmts, fallback)
		}
	case *syntax.TimeClause:
		if cmd.Stmt != nil {
			statement(found, cmd.Stmt, fallback)
		}
	}
}

func branches(found map[*syntax.Stmt]bool, clause *syntax.IfClause, fallback bool) {
	for ; clause != nil; clause = clause.Else {
		decide(found, clause.Then, fallback)
	}
}

// exitsOnError reports whether a statement is set -e, in any of its spellings.
func exitsOnError(stmt *syntax.Stmt) bool {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) < 2 || call.Args[0].Lit() != "set" {
		return false
	}
	for _, w := range call.Args[1:] {
		text := w.Lit()
		if text == "errexit" || len(text) > 1 && text[0] == '-' && text[1] != '-' && strings.Contains(text, "e") {
			return true
		}
	}
	return false
}
