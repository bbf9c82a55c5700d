// Package tags selects scenarios by Cucumber tag expressions.
package tags

import (
	"fmt"
	"strings"

	tagexpressions "github.com/cucumber/tag-expressions/go/v6"
)

// Filter selects scenarios by their tags. The zero value selects all.
type Filter struct{ expression tagexpressions.Evaluatable }

// Parse reads a tag expression: tags, and, or, not, parentheses. An empty one
// selects all.
func Parse(expression string) (filter Filter, err error) {
	if strings.TrimSpace(expression) == "" {
		return Filter{}, nil
	}
	// The parser pops from an empty stack when an operand is missing at the end
	// ("@a and").
	defer func() {
		if recover() != nil {
			filter, err = Filter{}, fmt.Errorf("tag expression %q: a tag is missing", expression)
		}
	}()
	parsed, err := tagexpressions.Parse(expression)
	return Filter{parsed}, err
}

// Match reports whether a scenario with these tags is selected.
func (f Filter) Match(tags []string) bool {
	return f.expression == nil || f.expression.Evaluate(tags)
}
