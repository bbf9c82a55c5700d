package planner

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// nameFilter selects scenarios by name. The zero value selects all.
type nameFilter struct {
	pattern *regexp.Regexp
	seen    *[]string // the names that were compared
}

// parseName compiles a regular expression that may match any part of a name.
func parseName(expression string) (nameFilter, error) {
	if expression == "" {
		return nameFilter{}, nil
	}
	pattern, err := regexp.Compile(expression)
	if err != nil {
		return nameFilter{}, fmt.Errorf("%q is not a regular expression: %s", expression, flaw(err))
	}
	return nameFilter{pattern, new([]string)}, nil
}

// flaw returns the error in a regular expression without the package's prefix.
func flaw(err error) string {
	var wrong *syntax.Error
	if !errors.As(err, &wrong) {
		return err.Error()
	}
	return fmt.Sprintf("%s in %q; put a backslash before a character that stands for itself", wrong.Code, wrong.Expr)
}

func (f nameFilter) match(name string) bool {
	if f.pattern == nil {
		return true
	}
	*f.seen = append(*f.seen, name)
	return f.pattern.MatchString(name)
}

// named is the maximum number of names in a message.
const named = 5

// nothing says that no name matches, and lists the existing names.
func (f nameFilter) nothing() string {
	text := fmt.Sprintf("--name %s selects none of the scenarios", plan.Quote(f.pattern.String()))
	slices.Sort(*f.seen)
	names := slices.Compact(*f.seen)
	if folded, err := regexp.Compile("(?i)" + f.pattern.String()); err == nil && slices.ContainsFunc(names, folded.MatchString) {
		return text + "; case matters: --name " + plan.Quote(folded.String()) + " selects some"
	}
	if len(names) == 0 {
		return text
	}
	more := ""
	if len(names) > named {
		names, more = names[:named], fmt.Sprintf(" and %d more", len(names)-named)
	}
	return fmt.Sprintf("%s; their names are \"%s\"%s", text, strings.Join(names, `", "`), more)
}
