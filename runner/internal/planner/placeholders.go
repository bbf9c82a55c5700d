package planner

import (
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// stays says how to keep a name in angle brackets unchanged.
const stays = "put a space after < if it is a redirection; " +
	"if it is to stay, give Examples a column %[1]q with the value <%[1]s>"

// placeholders compares the columns of a scenario's Examples with the placeholders
// in its lines, in both directions. godog ignores placeholders without a column.
func (m *maker) placeholders(file *feature.File, entry *feature.Entry) {
	columns := entry.AllColumns()
	for _, place := range entry.Places() {
		for _, name := range place.Names(columns) {
			if !slices.Contains(columns, name) {
				m.unfilled(file, place, name, columns)
			}
		}
		for _, column := range columns {
			if wrong := place.Misspells(column); wrong != "" {
				m.problem(file.URI, place.Line, "%s is not filled in: write <%s>", wrong, column)
			}
		}
	}
	for _, examples := range entry.Scenario.Examples {
		if examples.TableHeader != nil {
			m.columns(file, entry, examples)
		}
	}
	m.rowsAlike(file, entry)
}

// rowsAlike rejects rows that do the same as a row above: either a value is wrong,
// or a placeholder is missing.
func (m *maker) rowsAlike(file *feature.File, entry *feature.Entry) {
	if len(entry.Pickles) < 2 {
		return
	}
	lines := feature.Lines(file.Document)
	first := map[string]int{}
	for _, pickle := range entry.Pickles {
		line := feature.PickleLine(lines, pickle)
		does := feature.Does(pickle)
		if other, there := first[does]; there {
			m.problem(file.URI, line, "this row does what the one on line %d does: no step asks for what differs", other)
			continue
		}
		first[does] = line
	}
}

func (m *maker) unfilled(file *feature.File, place feature.Place, name string, columns []string) {
	if len(columns) == 0 {
		m.problem(file.URI, place.Line, "<%s> is not filled in: the scenario has no Examples; "+stays, name)
		return
	}
	m.problem(file.URI, place.Line, "<%[1]s> is not filled in: the columns are %[2]s; "+stays, name, strings.Join(columns, ", "))
}

// columns checks the column names of one Examples table, and its values.
func (m *maker) columns(file *feature.File, entry *feature.Entry, examples *messages.Examples) {
	line := int(examples.TableHeader.Location.Line)
	columns := feature.Columns(examples)
	for i, column := range columns {
		switch {
		case strings.TrimSpace(column) == "":
			m.problem(file.URI, line, "column %d has no name", i+1)
		case slices.Contains(columns[:i], column):
			m.problem(file.URI, line, "the column %q is there twice: only the first is filled in", column)
		case !asked(entry, column):
			m.problem(file.URI, line, "the column %q is asked for nowhere: write <%[1]s> where it belongs", column)
		}
	}
	for _, column := range entry.AllColumns() {
		if !slices.Contains(columns, column) && asked(entry, column) {
			m.problem(file.URI, line, "these Examples lack the column %q, which the scenario asks for", column)
		}
	}
	m.values(file, examples, columns)
}

// values rejects a value that contains another column's placeholder: whether
// Gherkin replaces it depends on the order of the columns.
func (m *maker) values(file *feature.File, examples *messages.Examples, columns []string) {
	for _, row := range examples.TableBody {
		for i, cell := range row.Cells {
			for _, column := range columns {
				if strings.Contains(cell.Value, "<"+column+">") && !feature.Literal(columns[i], cell.Value) {
					m.problem(file.URI, int(row.Location.Line), "the value %q contains <%s>: values are not filled in", cell.Value, column)
				}
			}
		}
	}
}

// backgroundPlaceholders rejects placeholders in backgrounds, where nothing is
// replaced.
func (m *maker) backgroundPlaceholders(file *feature.File) {
	for _, place := range file.BackgroundPlaces() {
		for _, name := range place.Names(nil) {
			m.problem(file.URI, place.Line, "<%s> is not filled in: Examples fill in the scenario only, not the Background", name)
		}
	}
}

func asked(entry *feature.Entry, column string) bool {
	return slices.ContainsFunc(entry.Places(), func(p feature.Place) bool { return p.Has(column) })
}
