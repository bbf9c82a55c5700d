package plan

import (
	"fmt"
	"slices"
	"strings"

	tagexpressions "github.com/cucumber/tag-expressions/go/v6"
)

// tagFilter selects scenarios by their tags. The zero value selects all.
type tagFilter struct{ expression tagexpressions.Evaluatable }

// parseTags reads a Cucumber tag expression: tags, and, or, not, parentheses.
func parseTags(expression string) (tagFilter, error) {
	if strings.TrimSpace(expression) == "" {
		return tagFilter{}, nil
	}
	parsed, err := parseExpression(expression)
	if err != nil {
		return tagFilter{}, fmt.Errorf("%w%s", err, advice(expression, nil))
	}
	return tagFilter{parsed}, nil
}

// parseExpression turns a panic of the parser into an error: it pops from an
// empty stack when an operand is missing at the end ("@a and").
func parseExpression(expression string) (parsed tagexpressions.Evaluatable, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("tag expression %q: a tag is missing", expression)
		}
	}()
	return tagexpressions.Parse(expression)
}

func (f tagFilter) match(tags []string) bool {
	return f.expression == nil || f.expression.Evaluate(tags)
}

// advice tells how to write an expression that somebody wrote in godog's own
// way or without the at sign, and which tags there are.
func advice(expression string, seen []string) string {
	if strings.Contains(expression, "&&") || strings.ContainsAny(expression, "~,|") {
		return ` (write it as "@a and (@b or not @c)")`
	}
	slices.Sort(seen)
	seen = slices.Compact(seen)
	if len(seen) == 0 {
		return ""
	}
	const enough = 20
	more := ""
	if len(seen) > enough {
		seen, more = seen[:enough], ", ..."
	}
	return fmt.Sprintf("; their tags are %s%s", strings.Join(seen, ", "), more)
}
