package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// extended rejects patterns such as ?(a|b) outside [[ ]]. bash accepts them only
// after shopt -s extglob. They are mostly unquoted JSONPath expressions:
// {.items[?(@.name=='web')]}.
func extended(file *syntax.File, text string) error {
	if strings.Contains(text, "extglob") {
		return nil
	}
	var wrong error
	syntax.Walk(file, func(node syntax.Node) bool {
		switch n := node.(type) {
		case *syntax.TestClause:
			return false
		case *syntax.ExtGlob:
			if wrong == nil {
				wrong = &Error{int(n.Pos().Line()), int(n.Pos().Col()), "unexpected ( in a word without quotes: put the word between quotes"}
			}
		}
		return wrong == nil
	})
	return wrong
}
