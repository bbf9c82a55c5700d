package planner

import (
	"fmt"
	"slices"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v26"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// structure reports scenarios without steps and outlines without rows, which godog
// silently ignores. It returns true if there is no error.
func (m *maker) structure(file *feature.File, entry *feature.Entry) bool {
	s := entry.Scenario
	line := int(s.Location.Line)
	switch {
	case len(s.Steps) == 0 && m.wrongWithin(file.URI, line+1, entry.Last):
		return false
	case len(s.Steps) == 0:
		m.problem(file.URI, line, "%s %q has no steps: nothing would be tested", s.Keyword, s.Name)
	case isOutline(file, s.Keyword) && len(s.Examples) == 0:
		m.problem(file.URI, line, "%s %q has no Examples: it would not run once", s.Keyword, s.Name)
	default:
		return m.rows(file, entry)
	}
	return false
}

func (m *maker) rows(file *feature.File, entry *feature.Entry) bool {
	ok := true
	for _, examples := range entry.Scenario.Examples {
		if len(examples.TableBody) > 0 {
			continue
		}
		ok = false
		m.problem(file.URI, int(examples.Location.Line), "the %s of %q have no rows: it would not run once",
			examples.Keyword, entry.Scenario.Name)
	}
	return ok
}

func isOutline(file *feature.File, keyword string) bool {
	dialect := gherkin.DialectsBuiltin().GetDialect(file.Document.Feature.Language)
	return dialect != nil && slices.Contains(dialect.ScenarioOutlineKeywords(), keyword)
}

// headings lists the lines of scenarios, up to a readable number.
func headings(entries []*feature.Entry) string {
	const enough = 20
	lines := make([]string, 0, enough+1)
	for _, e := range entries[:min(enough, len(entries))] {
		lines = append(lines, fmt.Sprint(e.Scenario.Location.Line))
	}
	if len(entries) > enough {
		lines = append(lines, "...")
	}
	return strings.Join(lines, ", ")
}
